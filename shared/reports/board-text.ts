import type { Language } from '#shared/core/localized.ts';
import { fill } from '#shared/core/wording.ts';
import { type BoardColumn, type BoardRow, boardWords, countColumn } from '#shared/reports/board.rules.ts';
import { BOARD_TEXT, BOARD_WORDS, PERIOD_SHORT_LABELS } from '#shared/reports/reviewing.labels.ts';

type Board = {
  clusterYear: { clusterName: string; isDemo: boolean };
  now: string;
  columns: readonly BoardColumn[];
  rows: readonly BoardRow[];
};

/** 'Tổng kết 2023'. */
export const columnTitle = ({ period, year }: BoardColumn, lang: Language): string =>
  fill(PERIOD_SHORT_LABELS[period][lang], { year });

/**
 * The board as text with tabs between columns: Excel and Word make a table of it, a chat message stays readable.
 * @param all every row of the board: the line of numbers speaks of the whole cluster, whatever is shown
 */
export function boardText(board: Board, all: readonly BoardRow[], at: number, lang: Language): string {
  const say = (code: string, facts = {}) => fill(BOARD_TEXT[code]![lang], facts);
  const column = board.columns[at]!;
  const counts = say('counts', countColumn(all.map(({ cells }) => cells[at])));
  const words = (row: BoardRow) =>
    row.cells.map((cell) => {
      const { code, facts } = boardWords(cell);
      return fill(BOARD_WORDS[code]![lang], facts);
    });
  return [
    ...(board.clusterYear.isDemo ? [say('demo')] : []),
    `${say('title')}, ${board.clusterYear.clusterName}`,
    `${say('asOf', { nowAt: board.now })}. ${columnTitle(column, lang)}: ${counts}`,
    [say('unit'), ...board.columns.map((one) => columnTitle(one, lang))].join('\t'),
    ...board.rows.map((row) => [row.name, ...words(row)].join('\t')),
  ].join('\n');
}
