import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#client/core/api.ts';
import css from '#client/core/shell.module.css';
import { useWords } from '#client/core/words.ts';
import { EDGE_LABELS, EDGE_WORDS, type Edge, edgeDistance, edgesAtHand } from '#shared/core/demo-days.ts';

/** What an edge is called: stages by their own name, the rest by their kind. */
export function useEdgeName(): (edge: Edge) => string {
  const { label } = useWords();
  return ({ kind, name }) => (kind === 'stage' ? name : label(EDGE_LABELS[kind]));
}

/** In the bar: what is due today, tomorrow, or was due yesterday. */
export function DemoEdges({ today }: { today: string }) {
  const trpc = useTRPC();
  const { word } = useWords();
  const nameOf = useEdgeName();
  const { data: edges = [] } = useQuery({ ...trpc.demo.edges.queryOptions(), staleTime: 5 * 60_000 });
  const words = edgesAtHand(edges, today).map((edge) => {
    const { code, facts } = edgeDistance(edge.on, today);
    return `${nameOf(edge)}: ${word(EDGE_WORDS, code, facts)}`;
  });
  if (words.length === 0) return null;
  const all = [...new Set(words)].join(' · ');
  return (
    <span className={css.edge} title={all}>
      {all}
    </span>
  );
}
