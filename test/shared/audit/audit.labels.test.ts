import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { PERMISSIONS } from '#shared/accounts/permissions.ts';
import { ACTION_LABELS, fieldLabel } from '#shared/audit/audit.labels.ts';
import { CELL_WORDS } from '#shared/clusters/clusters.labels.ts';
import { TASK_WORDS } from '#shared/dashboard/dashboard.rules.ts';
import { REASON_WORDS } from '#shared/reason-words.ts';

const NOUN =
  'account|award|care|catalogue|certificate|cluster|cluster-year|conference|decision|demo|exemplar|file|job|launch|movement|nomination|pledge|registration|replication|recommendation|recommendation-task|report|setting|unit';
/** Nouns that codes of other kinds begin with too. */
const MORE = 'dump|export|import|recipient|recipient-pair|saved-view';
/** Literals of the same shape that are no actions: a stored setting, a template's file, a thing not found. */
const OTHERS = ['demo.today', 'certificate.typ', 'pledge.typ', 'file.subject', 'unit.name', 'unit.code'];

/** `noun.what` literals of the server that nothing else explains: these are the actions it writes into the log. */
function actionsOfTheServer(): string[] {
  const root = path.join(import.meta.dirname, '../../../server');
  const known = [REASON_WORDS, CELL_WORDS, TASK_WORDS, PERMISSIONS].flatMap((words) => Object.keys(words));
  const sources = fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => fs.readFileSync(path.join(root, name), 'utf8'));
  const literals = (before: string, nouns = NOUN) =>
    sources.flatMap((text) =>
      [...text.matchAll(new RegExp(`${before}'((?:${nouns})\\.[a-z-]+)'`, 'g'))].map((match) => match[1]!),
    );
  const unexplained = literals('').filter((code) => !known.includes(code) && !OTHERS.includes(code));
  return [...new Set([...unexplained, ...literals('action: ', `${NOUN}|${MORE}`)])].sort();
}

test('every action the server writes has words', () => {
  const actions = actionsOfTheServer();
  expect(actions).toContain('report.supplement-asked');
  expect(actions).toContain('certificate.made');
  expect(actions.filter((action) => !Object.hasOwn(ACTION_LABELS, action))).toEqual([]);
});

test('words of the log are sentences in both languages', () => {
  for (const { vi, en } of Object.values(ACTION_LABELS)) {
    expect(vi).toMatch(/^\p{Lu}.*[^.]$/u);
    expect(en).toMatch(/^\p{Lu}.*[^.]$/u);
  }
});

test.each([
  ['decision', 'number', 'Số, ký hiệu'],
  ['report', 'timeliness', 'Thời hạn'],
  ['report', 'file', 'Tệp'],
  ['setting', 'today', 'Ngày giả định'],
])('%s.%s is shown as "%s"', (kind, field, vi) => {
  expect(fieldLabel(kind, field)?.vi).toBe(vi);
});

test('an indicator goes by its own name, and so does what is inherited from objects', () => {
  expect(fieldLabel('report', 'Số trường đạt chuẩn')).toBeUndefined();
  expect(fieldLabel('report', 'constructor')).toBeUndefined();
  expect(fieldLabel('toString', 'status')).toBeUndefined();
});
