import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Text } from '@mantine/core';
import { useWords } from '#client/core/words.ts';
import type { Decision } from '#client/decisions/decision-types.ts';
import { formatDate } from '#shared/core/dates.ts';
import { CANCEL_GROUND_LABELS } from '#shared/decisions/decisions.schema.ts';

/** By what, when and why a decision was cancelled; nothing for one in force. */
export function DecisionCancellation({ decision: { cancellation } }: { decision: Pick<Decision, 'cancellation'> }) {
  const { t } = useLingui();
  const { label } = useWords();
  if (!cancellation) return null;
  const { ground, reason, number } = cancellation;
  const on = formatDate(cancellation.cancelledOn);
  return (
    <Alert color="red" title={t`Quyết định đã bị hủy bỏ`}>
      <Text>
        <Trans>
          Theo Quyết định số {number} ngày {on}. Hiện vật và tiền thưởng bị thu hồi; các bằng vẫn ở trong Sổ khen thưởng
          và trang tra cứu công khai báo đã hủy bỏ.
        </Trans>
      </Text>
      {ground && (
        <Text>
          {label(CANCEL_GROUND_LABELS[ground])} (<Trans>khoản 2 Điều 93 Luật Thi đua, khen thưởng</Trans>). {reason}
        </Text>
      )}
    </Alert>
  );
}
