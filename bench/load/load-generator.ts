/** A process of its own, so that sending and timing take nothing from the server: started by main.ts, one job a message. */
import { answerParent } from '#bench/child.ts';
import { httpClient } from '#bench/load/http-client.ts';
import { answerOf, checkValue, requestOf, type Wire } from '#bench/load/wire.ts';
import { closedLoop, type LoopOptions, type Summary, summarize } from '#bench/measure.ts';
import { inputOf, type Operation, type Subject } from '#bench/operations.ts';

export type LoadJob = LoopOptions & {
  port: number;
  wire: Wire;
  operation: Operation;
  subject: Subject;
  headers: Readonly<Record<string, string>>;
};

const OK = 200;
const CHECK_EVERY = 500;

answerParent<LoadJob>(run);

async function run(job: LoadJob): Promise<Summary> {
  const { wire, operation, subject } = job;
  const client = httpClient(job.port, job.connections);
  try {
    const call = async (index: number) => {
      const { path, body } = requestOf(wire, operation, inputOf(operation, subject, index));
      const answer = await client.post(path, body, job.headers);
      if (answer.status !== OK)
        throw new Error(`${path} answered ${answer.status}: ${answer.body.toString('utf8').slice(0, 500)}`);
      if (index % CHECK_EVERY === 0) checkValue(operation, answerOf(wire, answer.body.toString('utf8')));
    };
    return summarize(await closedLoop(call, job));
  } finally {
    client.close();
  }
}
