import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '#client/core/api.ts';
import css from '#client/core/demo-edge-list.module.css';
import { useEdgeName } from '#client/core/demo-edges.tsx';
import { useWords } from '#client/core/words.ts';
import { formatDate } from '#shared/core/dates.ts';
import { EDGE_WORDS, type Edge, edgeDays, edgeDistance } from '#shared/core/demo-days.ts';

type Props = { today: string; disabled: boolean; onMove: (day: string) => void };

/** The deadlines and days of the years in reach; one press moves the day just before, onto or just past one. */
export function DemoEdgeList({ today, disabled, onMove }: Props) {
  const trpc = useTRPC();
  const { data: edges = [] } = useQuery({ ...trpc.demo.edges.queryOptions(), staleTime: 5 * 60_000 });
  const next = edges.findIndex(({ on }) => on >= today);
  const nextRow = useRef<HTMLLIElement>(null);
  const box = useRef<HTMLUListElement>(null);
  const known = edges.length > 0;
  useEffect(() => {
    if (known && box.current && nextRow.current) box.current.scrollTop = nextRow.current.offsetTop - 90;
  }, [known]);
  const { t } = useLingui();
  if (!known) return null;
  return (
    <>
      <Text fw={600} size="sm">
        <Trans>Chuyển nhanh đến một mốc của năm</Trans>
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <ul className={css.list} ref={box} tabIndex={0} aria-label={t`Các mốc của năm thi đua`}>
        {edges.map((edge, index) => (
          <li
            key={`${edge.on} ${edge.kind} ${edge.year} ${edge.name}`}
            ref={index === next ? nextRow : null}
            className={css.row}
          >
            <EdgeRow edge={edge} today={today} disabled={disabled} onMove={onMove} />
          </li>
        ))}
      </ul>
    </>
  );
}

function EdgeRow({ edge, today, disabled, onMove }: Props & { edge: Edge }) {
  const { t } = useLingui();
  const { word } = useWords();
  const nameOf = useEdgeName();
  const { code, facts } = edgeDistance(edge.on, today);
  const name = nameOf(edge);
  const sides = { before: t`trước hạn`, on: t`ngày hạn`, after: t`sau hạn` };
  const near = facts.dayCount <= 1;
  return (
    <>
      <div className={css.what}>
        <span className="tabular">{formatDate(edge.on)}</span> {name}
        <span className={near ? css.near : css.far}> · {word(EDGE_WORDS, code, facts)}</span>
      </div>
      <div className={css.days}>
        {edgeDays(edge.on).map(({ side, day }) => (
          <button
            key={side}
            type="button"
            className={css.jump}
            disabled={disabled || day === today}
            onClick={() => onMove(day)}
            aria-label={`${name}: ${sides[side]}, ${formatDate(day)}`}
          >
            {sides[side]} <span className="tabular">{formatDate(day).slice(0, 5)}</span>
          </button>
        ))}
      </div>
    </>
  );
}
