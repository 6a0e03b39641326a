import { Readable } from 'node:stream';
import pino from 'pino';
import { createCaller } from '#server/app-router.ts';
import type { ActorContext } from '#server/core/context.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { startImport } from '#server/imports/imports.service.ts';
import { drainJobs } from '#server/jobs/queue.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { ImportRunId, ImportTarget, RowVerdict } from '#shared/imports/imports.schema.ts';
import type { ImportRowView, ImportRunView } from '#shared/imports/imports.views.ts';
import { aContext, type World } from '#test/builders/world.builder.ts';
import { testDirectory } from '#test/core/test-db.ts';

/** One person importing: the steps of the wizard, each waiting for its job. */
export class Importer {
  readonly #world: World;
  readonly #actor: Actor;
  readonly #dataDir: string;

  constructor(world: World, actor: Actor, dataDir = testDirectory()) {
    this.#world = world;
    this.#actor = actor;
    this.#dataDir = dataDir;
  }

  get context(): ActorContext {
    const context = aContext(this.#world.db, this.#actor, { dataDir: this.#dataDir });
    const access = accessFor(this.#actor, 'imports.start');
    return {
      ...context,
      actor: context.actor!,
      procedure: 'imports.start',
      access: access!,
      log: pino({ level: 'error', serializers: { error: pino.stdSerializers.err } }),
    };
  }

  get imports() {
    return createCaller(aContext(this.#world.db, this.#actor, { dataDir: this.#dataDir })).imports;
  }

  /** Runs what is queued; a job that broke is a defect of the test or the program, and is told. */
  async drain(): Promise<void> {
    await drainJobs(this.context);
    const broken = await this.#world.db.reads
      .selectFrom('job')
      .select(['kind', 'error'])
      .where('status', '=', 'queued')
      .where('error', 'is not', null)
      .execute();
    if (broken.length > 0) throw new Error(broken.map(({ kind, error }) => `${kind}: ${error}`).join('\n'));
  }

  /** Sends a table and lets it be read. */
  async send(target: ImportTarget, table: string, name = 'danh-sach.csv'): Promise<ImportRunId> {
    const { id } = await startImport(this.context, target, name, Readable.from([Buffer.from(table)]));
    await this.drain();
    return id;
  }

  view(id: ImportRunId): Promise<ImportRunView> {
    return this.imports.byId({ id });
  }

  /** Takes the columns as guessed and checks the rows. */
  async check(id: ImportRunId): Promise<ImportRunView> {
    const { version, guesses, failure } = await this.view(id);
    const guess = guesses[0];
    if (!guess) throw new Error(`nothing was read: ${JSON.stringify(failure)}`);
    const columns = guess.columns.map(({ index, field, encoding }) => ({ index, field, encoding }));
    await this.imports.choose({ id, seenVersion: version, chosen: { ...guess, columns } });
    await this.drain();
    return this.view(id);
  }

  async sendAndCheck(target: ImportTarget, table: string, name?: string): Promise<ImportRunId> {
    const id = await this.send(target, table, name);
    await this.check(id);
    return id;
  }

  async confirm(id: ImportRunId): Promise<ImportRunView> {
    const { version } = await this.view(id);
    await this.imports.confirm({ id, seenVersion: version, idempotencyKey: uuidv7() });
    await this.drain();
    return this.view(id);
  }

  async undo(id: ImportRunId): Promise<ImportRunView> {
    const { version } = await this.view(id);
    await this.imports.undo({ id, seenVersion: version });
    await this.drain();
    return this.view(id);
  }

  async rows(id: ImportRunId, verdict?: RowVerdict): Promise<ImportRowView[]> {
    return (await this.imports.rows({ id, ...(verdict && { verdict }) })).rows;
  }
}

/** A table as Excel of Việt Nam writes .csv. */
export const csv = (...rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.join(';')).join('\r\n');
