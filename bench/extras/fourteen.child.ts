/** Issues certificates, or prints fourteen in one PDF, as often as asked; started by extras.ts. */
import { answerParent } from '#bench/child.ts';
import { clerkOf, contextFor } from '#bench/data/clerk.ts';
import { benchContext } from '#bench/data/context.ts';
import type { FourteenJob } from '#bench/extras/extras.ts';
import { demoFourteen, type Fourteen, signedDecision } from '#bench/extras/signed-decision.ts';
import { findCertificatesOfDecision } from '#db/certificates/certificates.queries.ts';
import { openDatabase } from '#db/core/connect.ts';
import { printCertificates } from '#server/certificates/certificate.print.ts';
import { printOf } from '#server/certificates/certificate-view.ts';
import type { ActorContext, AppContext } from '#server/core/context.ts';
import { issueDecision } from '#server/decisions/issue.service.ts';

answerParent<FourteenJob>(async ({ what, times, copy }) => {
  const db = await openDatabase({ file: copy.file, url: copy.url });
  const app = await benchContext(db, copy.dataDir);
  const ctx = contextFor(app, await clerkOf(db), 'decisions.issue');
  const fourteen = await demoFourteen(app);
  if (what === 'issue1000') {
    const decisionId = await signedDecision(ctx, fourteen, 1000);
    await issue(ctx, decisionId, 1, 1000);
    await db.close();
    return { times: [], decisionId };
  }
  return { times: what === 'issue14' ? await issues(ctx, fourteen, times) : await prints(app, ctx, fourteen, times) };
});

async function issues(ctx: ActorContext, fourteen: Fourteen, times: number): Promise<number[]> {
  const took: number[] = [];
  for (let at = 1; at <= times; at += 1) {
    const id = await signedDecision(ctx, fourteen);
    const start = performance.now();
    await issue(ctx, id, at);
    took.push(performance.now() - start);
  }
  return took;
}

async function prints(app: AppContext, ctx: ActorContext, fourteen: Fourteen, times: number): Promise<number[]> {
  const id = await signedDecision(ctx, fourteen);
  await issue(ctx, id, 1);
  const took: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const start = performance.now();
    const rows = await findCertificatesOfDecision(app.db.reads, id);
    const pdf = await printCertificates(
      rows.map((row) => printOf(row, app.publicUrl)),
      { demo: true },
    );
    took.push(performance.now() - start);
    if (pdf.byteLength < SMALLEST_PDF) throw new Error(`a PDF of ${pdf.byteLength} bytes`);
  }
  return took;
}

const SMALLEST_PDF = 10_000;

async function issue(ctx: ActorContext, id: string, number: number, count = 14): Promise<void> {
  const { certificateCount } = await issueDecision(ctx, {
    id,
    seenVersion: 1,
    number: String(9_000 + number),
    decidedOn: '2024-03-01',
    idempotencyKey: ctx.newId(),
  });
  if (certificateCount !== count) throw new Error(`${certificateCount} certificates instead of ${count}`);
}
