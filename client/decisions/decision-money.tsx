import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Stack, Text } from '@mantine/core';
import { Reasons } from '#client/core/reasons.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { CertaintyNote } from '#client/decisions/certainty-note.tsx';
import type { Decision } from '#client/decisions/decision-types.ts';
import { formatDate } from '#shared/core/dates.ts';
import { formatVnd } from '#shared/core/money.ts';
import { prizeFormula } from '#shared/decisions/prize-formula.ts';
import { RECIPIENT_KIND_LABELS } from '#shared/recipients/recipients.schema.ts';

/** Tiền thưởng: coefficient × base salary of the day for each, the sum, and how sure the figures are. */
export function DecisionMoney({ decision }: { decision: Decision }) {
  const { t } = useLingui();
  const { label } = useWords();
  const { items, money } = decision;
  const on = formatDate(money.onDate);
  const unknown = String(money.unknownCount);
  return (
    <Stack gap="xs">
      <Text>
        {money.isFrozen ? (
          <Trans>Số tiền đã ghi vào Sổ khen thưởng theo quy định ngày {on}.</Trans>
        ) : (
          <Trans>Tạm tính theo quy định và mức lương cơ sở ngày {on}; ngày ban hành quyết định mức chính thức.</Trans>
        )}
      </Text>
      {money.reasons.length > 0 && (
        <Alert color="red" title={t`Chưa tính được tiền thưởng`}>
          <Reasons reasons={money.reasons} />
        </Alert>
      )}
      <CertaintyNote money={money} />
      <DataTable
        caption={t`Tiền thưởng kèm theo Bằng`}
        rows={items}
        rowKey={({ position }) => String(position)}
        minWidth={760}
        empty={<Trans>Danh sách kèm theo còn trống nên chưa có tiền thưởng.</Trans>}
        columns={[
          {
            id: 'name',
            head: <Trans>Tên tập thể, cá nhân</Trans>,
            rowHead: true,
            cell: ({ printedName }) => printedName,
          },
          {
            id: 'kind',
            head: <Trans>Đối tượng</Trans>,
            width: 100,
            cell: ({ kind }) => label(RECIPIENT_KIND_LABELS[kind]),
          },
          {
            id: 'formula',
            head: <Trans>Hệ số × mức lương cơ sở</Trans>,
            width: 240,
            numeric: true,
            cell: ({ prize }) => (prize ? prizeFormula(prize) : t`chưa có hệ số`),
          },
          {
            id: 'prize',
            head: <Trans>Tiền thưởng</Trans>,
            width: 150,
            numeric: true,
            cell: ({ prize }) => (prize ? formatVnd(prize.prizeVnd) : '–'),
          },
        ]}
        foot={
          items.length > 0 && (
            <tr>
              <th scope="row" colSpan={4}>
                <strong>
                  <Trans>Tổng cộng</Trans>
                </strong>
                {money.unknownCount > 0 && <Trans> (chưa gồm {unknown} người, tập thể chưa có hệ số)</Trans>}
              </th>
              <td className="tabular" style={{ textAlign: 'right' }}>
                <strong>{formatVnd(money.totalVnd)}</strong>
              </td>
            </tr>
          )
        }
      />
    </Stack>
  );
}
