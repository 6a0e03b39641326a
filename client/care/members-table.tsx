import { Trans, useLingui } from '@lingui/react/macro';
import type { Care, Figure } from '#client/care/care-types.ts';
import { CountButton } from '#client/care/lens-table.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { LENS_LABELS } from '#shared/care/care.labels.ts';
import { careLens } from '#shared/care/care.schema.ts';

type Member = Care['members'][number];
type Props = { members: readonly Member[]; onOpen: (figure: Figure, member: Member) => void };

/** Lenses down, members across. */
export function MembersTable({ members, onOpen }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  return (
    <DataTable
      caption={t`Cơ cấu khen thưởng theo đơn vị`}
      rows={careLens.options}
      rowKey={(lens) => lens}
      firstNumber={null}
      empty={null}
      columns={[
        {
          id: 'lens',
          head: <Trans>Nội dung</Trans>,
          width: 250,
          rowHead: true,
          wrap: true,
          cell: (lens) => label(LENS_LABELS[lens]),
        },
        ...members.map((member) => ({
          id: member.unitId,
          head: member.name,
          width: 96,
          numeric: true,
          cell: (lens: Figure['lens']) => <Cell member={member} lens={lens} onOpen={onOpen} />,
        })),
      ]}
    />
  );
}

type CellProps = { member: Member; lens: Figure['lens']; onOpen: Props['onOpen'] };

function Cell({ member, lens, onOpen }: CellProps) {
  const { t } = useLingui();
  const figure = member.figures.find((one) => one.lens === lens);
  if (!figure) return '–';
  if (figure.state === 'hidden') return <span title={t`Không hiện: số người quá ít`}>••</span>;
  return <CountButton figure={figure} onOpen={() => onOpen(figure, member)} />;
}
