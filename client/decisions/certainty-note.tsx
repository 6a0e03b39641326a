import { Trans, useLingui } from '@lingui/react/macro';
import { List } from '@mantine/core';
import { useWords } from '#client/core/words.ts';
import type { Decision } from '#client/decisions/decision-types.ts';
import { WarnAlert } from '#client/decisions/warn-alert.tsx';
import { CERTAINTY_LABELS } from '#shared/awards/awards.labels.ts';
import { RECIPIENT_KIND_LABELS } from '#shared/recipients/recipients.schema.ts';

/** Which coefficients were not read in the text of the law. They never block; somebody should look them up. */
export function CertaintyNote({ money }: { money: Decision['money'] }) {
  const { t } = useLingui();
  const { label } = useWords();
  const unsure = money.coefficients.filter(({ certainty }) => certainty !== 'certain');
  if (unsure.length === 0) return null;
  const source = money.source ?? '';
  return (
    <WarnAlert title={t`Hệ số cần đối chiếu`}>
      <List spacing={2}>
        {unsure.map(({ kind, certainty }) => {
          const who = label(RECIPIENT_KIND_LABELS[kind]).toLocaleLowerCase('vi');
          const how = label(CERTAINTY_LABELS[certainty]);
          return (
            <List.Item key={kind}>
              <Trans>
                Hệ số {who}: {how}
              </Trans>
            </List.Item>
          );
        })}
      </List>
      {source && <Trans>Đối chiếu với văn bản gốc: {source}.</Trans>}
    </WarnAlert>
  );
}
