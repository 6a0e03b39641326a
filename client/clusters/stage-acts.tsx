import { Trans, useLingui } from '@lingui/react/macro';
import type { YearPlan } from '#client/clusters/cluster-types.ts';
import css from '#client/clusters/year-plan.module.css';
import { type Column, DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { ROLE_LABELS } from '#shared/accounts/accounts.schema.ts';
import {
  ACT_LABELS,
  DOER_LABELS,
  PHASE_LABELS,
  PHASE_OF,
  rolesOf,
  STAGE_ACTS,
  type StageAct,
} from '#shared/clusters/stages.rules.ts';
import { formatDate } from '#shared/core/dates.ts';

type Stage = YearPlan['stages'][number];

/** What may be done in which stage and by whom: the table the server holds to. */
export function StageActs({ plan: { stages } }: { plan: YearPlan }) {
  const { t } = useLingui();
  const { label } = useWords();
  const columns: Column<Stage>[] = [
    {
      id: 'stage',
      head: <Trans>Giai đoạn</Trans>,
      width: 300,
      rowHead: true,
      wrap: true,
      cell: ({ name, opensOn, closesOn }) => (
        <>
          {name}
          <span className={`${css.soft} tabular`}>
            {opensOn === closesOn ? formatDate(opensOn) : `${formatDate(opensOn)} - ${formatDate(closesOn)}`}
          </span>
        </>
      ),
    },
    {
      id: 'phase',
      head: <Trans>Bước</Trans>,
      width: 150,
      wrap: true,
      cell: ({ kind }) => label(PHASE_LABELS[PHASE_OF[kind]]),
    },
    {
      id: 'acts',
      head: <Trans>Được làm gì, ai làm, trước và sau hạn</Trans>,
      wrap: true,
      cell: ({ kind }) =>
        STAGE_ACTS[kind].length === 0 ? (
          '–'
        ) : (
          <ul className={css.acts}>
            {STAGE_ACTS[kind].map((act) => (
              <Act key={act.procedure} act={act} />
            ))}
          </ul>
        ),
    },
  ];
  return (
    <section>
      <h2 className={css.head}>
        <Trans>Được làm gì, ai làm</Trans>
      </h2>
      <DataTable
        caption={t`Việc của từng giai đoạn và người làm`}
        columns={columns}
        rows={stages}
        rowKey={({ id }) => id}
        firstNumber={null}
        minWidth={900}
        empty={<Trans>Kế hoạch năm chưa có giai đoạn nào.</Trans>}
      />
      <p className={css.note}>
        <Trans>
          Ngày tính theo giờ Việt Nam: mở từ 00:00:00 ngày đầu, hết hạn lúc 23:59:59 ngày cuối. Việc không ghi hạn làm
          được bất kỳ ngày nào trong năm.
        </Trans>
      </p>
    </section>
  );
}

function Act({ act }: { act: StageAct }) {
  const { label } = useWords();
  const roles = rolesOf(act)
    .map((role) => label(ROLE_LABELS[role]))
    .join('; ');
  return (
    <li>
      {label(ACT_LABELS[act.procedure]!)}: {label(DOER_LABELS[act.by])} <span className={css.roles}>({roles})</span>
      {act.early === 'refused' && (
        <span className={css.soft}>
          <Trans>Chưa đến ngày mở: chưa gửi được. Sau hạn: vẫn nhận, ghi số ngày trễ.</Trans>
        </span>
      )}
    </li>
  );
}
