import { Trans, useLingui } from '@lingui/react/macro';
import css from '#client/care/care.module.css';
import type { Figure } from '#client/care/care-types.ts';
import { AimBadge, NoFigure, percent, ShareBar } from '#client/care/share.tsx';
import { type Column, DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { LENS_LABELS, WHOLE_LABELS } from '#shared/care/care.labels.ts';
import { LENSES } from '#shared/care/care.rules.ts';

type Props = {
  caption: string;
  figures: readonly Figure[];
  /** What the list would be with what could still be added. */
  later?: readonly Figure[] | null | undefined;
  laterHead?: string;
  onOpen: (figure: Figure) => void;
};

/** All lenses of one set of cases: count of the whole, share, the cluster's own aim; each count opens its rows. */
export function LensTable({ caption, figures, later, laterHead, onOpen }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const laterOf = new Map(later?.map((figure) => [figure.lens, figure]));
  const columns: Column<Figure>[] = [
    {
      id: 'lens',
      head: <Trans>Nội dung</Trans>,
      rowHead: true,
      wrap: true,
      cell: ({ lens }) => label(LENS_LABELS[lens]),
    },
    {
      id: 'count',
      head: <Trans>Số lượng</Trans>,
      width: 170,
      numeric: true,
      cell: (figure) => (
        <>
          <CountButton figure={figure} onOpen={onOpen} />{' '}
          <span className={css.soft}>{label(WHOLE_LABELS[LENSES[figure.lens].whole])}</span>
        </>
      ),
    },
    {
      id: 'share',
      head: <Trans>Tỷ lệ</Trans>,
      width: 190,
      numeric: true,
      cell: ({ state, sharePermille, aim }) =>
        state === 'counted' && sharePermille !== null ? (
          <span className={css.share}>
            <ShareBar permille={sharePermille} aim={aim?.leastPermille} />
            <span className={css.percent}>{percent(sharePermille)}</span>
          </span>
        ) : (
          <span className={css.soft}>{state !== 'counted' && <NoFigure state={state} />}</span>
        ),
    },
    {
      id: 'aim',
      head: <Trans>Mục tiêu của Cụm</Trans>,
      width: 150,
      cell: ({ aim }) => (aim ? t`Ít nhất ${percent(aim.leastPermille)}` : '–'),
    },
    {
      id: 'verdict',
      head: <Trans>So với mục tiêu</Trans>,
      width: 190,
      cell: ({ aim }) => (aim ? <AimBadge aim={aim} /> : null),
    },
  ];
  if (later)
    columns.push({
      id: 'later',
      head: laterHead,
      width: 230,
      wrap: true,
      cell: ({ lens }) => <Later figure={laterOf.get(lens)} />,
    });
  return <DataTable caption={caption} rows={figures} rowKey={({ lens }) => lens} empty={null} columns={columns} />;
}

/** "10/14", to be pressed for the ten. */
export function CountButton({ figure, onOpen }: { figure: Figure; onOpen: (figure: Figure) => void }) {
  const { t } = useLingui();
  const { label } = useWords();
  const { lens, state, count, whole } = figure;
  const words = `${count}/${whole}`;
  if (state !== 'counted') return '–';
  if (count === 0) return words;
  const name = label(LENS_LABELS[lens]);
  return (
    <button
      type="button"
      className={css.open}
      aria-label={t`${words}, xem ${count} trường hợp: ${name}`}
      onClick={() => onOpen(figure)}
    >
      {words}
    </button>
  );
}

function Later({ figure }: { figure: Figure | undefined }) {
  if (figure?.state !== 'counted' || figure.sharePermille === null) return '–';
  const { count, whole, sharePermille, aim } = figure;
  return (
    <>
      <span className="tabular">
        {count}/{whole} ({percent(sharePermille)})
      </span>
      {aim && (
        <>
          {' '}
          <AimBadge aim={aim} />
        </>
      )}
    </>
  );
}
