import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** Numbers of laws, decrees, circulars and decisions of the State: 06/2022/QH15, 98/2023/NĐ-CP, 587/QĐ-TTg. */
const INSTRUMENT = /\b\d{1,3}\/(?:\d{4}\/)?(?:QH\d{2}|NĐ-CP|TT-BNV|QĐ-TTg)/gu;

const read = (file: string) => readFileSync(join(root, file), 'utf8');

test('every instrument named in code and data stands in docs/citations.md', () => {
  const files = globSync('{shared,db,server,client}/**/*.{ts,tsx,json,md}', { cwd: root });
  const named = new Set(files.flatMap((file) => read(file).match(INSTRUMENT) ?? []));
  const listed = new Set(read('docs/citations.md').match(INSTRUMENT));
  expect(named.size).toBeGreaterThan(10);
  expect([...named].filter((instrument) => !listed.has(instrument))).toEqual([]);
});
