import { describe, expect, test } from 'vitest';
import { LIMITS } from '#server/imports/reading/reading-limits.ts';
import { openGuardedZip } from '#server/imports/reading/zip-guard.ts';
import { all, fileOf, refusalOf, zipOf } from '#test/server/imports/reading/workbooks.ts';

const NAME = 'danh-sach.xlsx';
const open = (bytes: Buffer) => openGuardedZip(fileOf(bytes), NAME);
const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** Where the directory has its first entry. */
function firstEntry(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0; at--)
    if (bytes.readUInt32LE(at) === END) return bytes.readUInt32LE(at + 16);
  throw new Error('no archive');
}

describe('an archive is looked at before it is unpacked', () => {
  test('a harmless one', async () => {
    const zip = await open(await zipOf({ 'a.xml': '<a/>', 'b.xml': '<b/>' }));
    expect(zip.names).toEqual(['a.xml', 'b.xml']);
    expect(zip.unpacked).toBe(8);
    const chunks = await all(zip.read('b.xml'));
    expect(Buffer.concat(chunks).toString()).toBe('<b/>');
    zip.close();
  });

  test('a bomb: 20 MB of nothing', async () => {
    const bytes = await zipOf({ 'xl/worksheets/sheet1.xml': Buffer.alloc(20_000_000) });
    expect(bytes.length).toBeLessThan(100_000);
    expect(await refusalOf(open(bytes))).toMatchObject({
      code: 'import.zip-bomb',
      facts: { name: NAME, unpackedCount: 20 },
    });
  });

  test('a size beyond all limits, as the directory says it', async () => {
    const bytes = await zipOf({ 'xl/sharedStrings.xml': '<sst/>' });
    bytes.writeUInt32LE(LIMITS.sharedStrings + 1, firstEntry(bytes) + 24);
    expect(await refusalOf(open(bytes))).toMatchObject({ code: 'import.zip-bomb', facts: { limitCount: 120 } });
  });

  test('a directory that lies about a size is caught while unpacking', async () => {
    const bytes = await zipOf({ 'a.xml': Buffer.alloc(3_000_000, 'x') });
    bytes.writeUInt32LE(1_000, firstEntry(bytes) + 24);
    const zip = await open(bytes);
    expect(await refusalOf(all(zip.read('a.xml')))).toMatchObject({ code: 'import.zip-bomb' });
    zip.close();
  });

  test('bytes that changed on their way', async () => {
    const bytes = await zipOf({ 'a.xml': '<a/>' });
    bytes.writeUInt32LE(1, firstEntry(bytes) + 16);
    const zip = await open(bytes);
    expect((await refusalOf(all(zip.read('a.xml')))).code).toBe('import.damaged');
    zip.close();
  });

  test('an encrypted part, one packed in another way, one twice', async () => {
    const encrypted = await zipOf({ 'a.xml': '<a/>' });
    encrypted.writeUInt16LE(encrypted.readUInt16LE(firstEntry(encrypted) + 8) | 1, firstEntry(encrypted) + 8);
    expect(await refusalOf(open(encrypted))).toMatchObject({ code: 'import.strange-zip', facts: { part: 'a.xml' } });
    const packed = await zipOf({ 'a.xml': '<a/>' });
    packed.writeUInt16LE(14, firstEntry(packed) + 10);
    expect((await refusalOf(open(packed))).code).toBe('import.strange-zip');
    const twice = await zipOf({ 'a.xml': '<a/>', 'b.xml': '<b/>' });
    for (let at = firstEntry(twice); twice.readUInt32LE(at) === ENTRY; at += 46 + 5 + twice.readUInt16LE(at + 30))
      twice.write('a.xml', at + 46);
    expect((await refusalOf(open(twice))).code).toBe('import.strange-zip');
  });

  test('too many parts', async () => {
    const bytes = await zipOf({ 'a.xml': '<a/>' });
    bytes.writeUInt16LE(LIMITS.parts + 1, bytes.length - 22 + 10);
    expect((await refusalOf(open(bytes))).code).toBe('import.strange-zip');
  });

  test('no archive, and one that ends too early', async () => {
    expect((await refusalOf(open(Buffer.from('PK\x03\x04 and no more')))).code).toBe('import.damaged');
    const bytes = await zipOf({ 'a.xml': 'x'.repeat(100) });
    expect((await refusalOf(open(bytes.subarray(0, 60)))).code).toBe('import.damaged');
  });
});
