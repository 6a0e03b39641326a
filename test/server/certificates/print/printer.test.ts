import { expect, test, vi } from 'vitest';
import { compileInput } from '#server/certificates/certificate.print.ts';
import { Printer } from '#server/certificates/print/printer.ts';
import { typstIsInstalled } from '#server/core/typst.ts';
import { aCertificatePrint } from '#test/builders/certificate-print.builder.ts';

const runs = test.runIf(typstIsInstalled());
const one = compileInput([aCertificatePrint()], { demo: true });

runs('orders are taken one after the other and each gets its own answer', async () => {
  const printer = new Printer();
  const counts = [1, 3, 2];
  const outputs = await Promise.all(
    counts.map((pages) =>
      printer.compile(
        compileInput(
          Array.from({ length: pages }, () => aCertificatePrint()),
          { demo: true },
        ),
      ),
    ),
  );

  expect(outputs.map(({ pages }) => pages)).toEqual(counts);
  await printer.close();
});

runs('a failed order does not stop the next one', async () => {
  const printer = new Printer();
  const bad = compileInput([aCertificatePrint({ name: '汉' })], { demo: true });
  const [failed, printed] = await Promise.allSettled([printer.compile(bad), printer.compile(one)]);

  expect(failed.status).toBe('rejected');
  expect(printed).toMatchObject({ status: 'fulfilled', value: { pages: 1 } });
  await printer.close();
});

runs('an order over its time is given up, and a new process takes the next', async () => {
  const printer = new Printer({ timeoutMs: 1 });
  await expect(printer.compile(one)).rejects.toThrow(/longer than 1 ms/);
  await expect(printer.compile(one)).rejects.toThrow(/longer than 1 ms/);
  await printer.close();
});

runs('a process that cannot start its compiler is an error, not a hang', async () => {
  const printer = new Printer({ fontPaths: ['/nowhere'] });
  await expect(printer.compile(one)).rejects.toThrow(/unknown font family/);
  await printer.close();
});

runs('a process that dies, or has nothing to do, is replaced by the next order', async () => {
  const printer = new Printer({ idleMs: 1 });
  const first = await printer.compile(one);
  const ended = await vi.waitUntil(() => printer.processId === undefined, { timeout: 10_000 });
  expect(ended).toBe(true);
  const second = printer.compile(one);
  await vi.waitUntil(() => printer.processId !== undefined, { timeout: 10_000 });
  process.kill(printer.processId!, 'SIGKILL');
  await expect(second).rejects.toThrow(/ended with code/);
  expect(Buffer.from((await printer.compile(one)).pdf).equals(Buffer.from(first.pdf))).toBe(true);
  await printer.close();
  expect(printer.processId).toBeUndefined();
});

runs('a closed printer finishes what it took and takes no more', async () => {
  const printer = new Printer();
  const taken = printer.compile(one);
  await Promise.all([printer.close(), expect(taken).resolves.toMatchObject({ pages: 1 })]);

  await expect(printer.compile(one)).rejects.toThrow(/closed/);
});
