import { Trans, useLingui } from '@lingui/react/macro';
import type { YearPlan } from '#client/clusters/cluster-types.ts';
import css from '#client/clusters/year-plan.module.css';
import { type Column, DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { ROLE_LABELS } from '#shared/accounts/accounts.schema.ts';
import { STAGE_STATE_LABELS } from '#shared/clusters/clusters.labels.ts';
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
type Row = { stage: Stage; act: StageAct | null; isFirst: boolean };

/** What may be done in which stage and by whom: the table the server holds to. */
export function StageActs({ plan: { stages } }: { plan: YearPlan }) {
  const { t } = useLingui();
  const { label } = useWords();
  const rows = stages.flatMap((stage): Row[] => {
    const acts = STAGE_ACTS[stage.kind];
    if (acts.length === 0) return [{ stage, act: null, isFirst: true }];
    return acts.map((act, index) => ({ stage, act, isFirst: index === 0 }));
  });
  const columns: Column<Row>[] = [
    {
      id: 'stage',
      head: <Trans>Giai đoạn</Trans>,
      rowHead: true,
      wrap: true,
      cell: ({ stage, isFirst }) => (isFirst ? stage.name : <span className={css.again}>{stage.name}</span>),
    },
    {
      id: 'phase',
      head: <Trans>Bước</Trans>,
      width: 110,
      cell: ({ stage, isFirst }) => isFirst && label(PHASE_LABELS[PHASE_OF[stage.kind]]),
    },
    {
      id: 'days',
      head: <Trans>Mở - hết hạn</Trans>,
      width: 190,
      cell: ({ stage, isFirst }) =>
        isFirst && (
          <span className="tabular">
            {formatDate(stage.opensOn)} - {formatDate(stage.closesOn)}
          </span>
        ),
    },
    {
      id: 'state',
      head: <Trans>Hôm nay</Trans>,
      width: 104,
      cell: ({ stage, isFirst }) => isFirst && label(STAGE_STATE_LABELS[stage.state]),
    },
    {
      id: 'act',
      head: <Trans>Được làm</Trans>,
      width: 250,
      wrap: true,
      cell: ({ act }) => (act ? label(ACT_LABELS[act.procedure]!) : '–'),
    },
    {
      id: 'by',
      head: <Trans>Ai làm</Trans>,
      width: 280,
      wrap: true,
      cell: ({ act }) =>
        act && (
          <>
            {label(DOER_LABELS[act.by])}
            <span className={css.roles}>
              {rolesOf(act)
                .map((role) => label(ROLE_LABELS[role]))
                .join(', ')}
            </span>
          </>
        ),
    },
    {
      id: 'edges',
      head: <Trans>Trước và sau hạn</Trans>,
      width: 250,
      wrap: true,
      cell: ({ act }) => act && <Edges act={act} />,
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
        rows={rows}
        rowKey={({ stage, act }) => `${stage.id} ${act?.procedure ?? ''}`}
        firstNumber={null}
        minWidth={1180}
        empty={<Trans>Kế hoạch năm chưa có giai đoạn nào.</Trans>}
      />
      <p className={css.note}>
        <Trans>Ngày tính theo giờ Việt Nam: mở từ 00:00:00 ngày đầu, hết hạn lúc 23:59:59 ngày cuối.</Trans>
      </p>
    </section>
  );
}

function Edges({ act }: { act: StageAct }) {
  if (act.early === 'refused')
    return <Trans>Chưa đến ngày mở: chưa gửi được. Sau hạn: vẫn nhận, ghi số ngày trễ.</Trans>;
  return act.late === 'marked' ? (
    <Trans>Sau hạn: vẫn nhận, ghi số ngày trễ.</Trans>
  ) : (
    <Trans>Không giới hạn ngày.</Trans>
  );
}
