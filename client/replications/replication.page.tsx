import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { apiContext, useTRPC, useTRPCClient } from '#client/core/api.ts';
import { Fact, Facts } from '#client/core/facts.tsx';
import grids from '#client/core/grids.module.css';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { RecordHistory } from '#client/core/record-history.tsx';
import { useWords } from '#client/core/words.ts';
import { EffectsPanel } from '#client/exemplars/effects-picker.tsx';
import { Attachments } from '#client/files/attachment-picker.tsx';
import { EditReplication } from '#client/replications/edit-replication.tsx';
import { ReplicationBadge } from '#client/replications/replication-badge.tsx';
import { ReplicationEntries } from '#client/replications/replication-entries.tsx';
import { ReplicationSteps } from '#client/replications/replication-steps.tsx';
import { formatDate } from '#shared/core/dates.ts';
import { REPLICATION_FIELD_LABELS } from '#shared/replications/replications.labels.ts';
import type { ReplicationId } from '#shared/replications/replications.schema.ts';

const inputOf = (id: string | undefined) => ({ id: (id ?? '') as ReplicationId });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.replications.byId.queryOptions(inputOf(params.id)));
  return null;
}

/** One adoption of a model (nhân rộng): kept by the unit that adopts, read by the unit of the model too. */
export function Component() {
  const { t } = useLingui();
  const { id } = useParams();
  const { label } = useWords();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { data: replication } = useSuspenseQuery(trpc.replications.byId.queryOptions(inputOf(id)));
  const [editing, setEditing] = useState(false);
  const { title, unitName, originName, mayEdit } = replication;
  const seen = { ...inputOf(replication.id), seenVersion: replication.version };
  const called = (field: string) => label(REPLICATION_FIELD_LABELS[field]!);
  return (
    <Stack gap="sm">
      <PageHeader
        title={t`Nhân rộng: ${title}`}
        about={
          <>
            {unitName} <Trans>áp dụng mô hình của {originName}</Trans> ·{' '}
            <Anchor component={Link} to={paths.exemplar.to(replication.exemplarId)} underline="always">
              <Trans>Xem mô hình</Trans>
            </Anchor>
            {replication.isDemo === 1 && (
              <Text span size="sm" c="gray.7">
                {' '}
                · <Trans>dữ liệu minh họa</Trans>
              </Text>
            )}
          </>
        }
        actions={
          mayEdit && (
            <>
              <ReplicationSteps replication={replication} />
              <Button variant="default" onClick={() => setEditing(true)}>
                <Trans>Sửa</Trans>
              </Button>
            </>
          )
        }
      />
      <div className={grids.beside} style={{ '--columns': 'minmax(0, 720px) minmax(280px, 1fr)' } as never}>
        <Stack gap="lg">
          <Facts>
            <Fact term={called('status')}>
              <ReplicationBadge status={replication.status} />
            </Fact>
            {replication.stopReason && <Fact term={called('stopReason')}>{replication.stopReason}</Fact>}
            <Fact term={called('place')}>{replication.place}</Fact>
            <Fact term={called('startedOn')}>{formatDate(replication.startedOn)}</Fact>
            <Fact term={called('leader')}>{replication.leader}</Fact>
            <Fact term={called('steps')}>{replication.steps}</Fact>
          </Facts>
          <ReplicationEntries replication={replication} />
          <EffectsPanel
            title={called('effects')}
            effects={replication.effects}
            editable={mayEdit}
            empty={
              mayEdit ? (
                <Trans>Chưa có kết quả bằng số. Bấm “Ghi số”: nội dung đo, trước, sau, đơn vị tính.</Trans>
              ) : (
                <Trans>Chưa có kết quả bằng số.</Trans>
              )
            }
            send={(effects) => client.replications.saveResults.mutate({ ...seen, effects })}
          />
        </Stack>
        <Stack gap="lg">
          <section>
            <Title order={2} mb={6}>
              <Trans>Tài liệu, ảnh</Trans>
            </Title>
            <Attachments
              subjectKind="replication"
              subjectId={replication.id}
              files={replication.files}
              editable={mayEdit}
            />
          </section>
          <section>
            <Title order={2} mb={6}>
              <Trans>Lịch sử cập nhật</Trans>
            </Title>
            <RecordHistory subjectKind="replication" subjectId={replication.id} />
          </section>
        </Stack>
      </div>
      {editing && <EditReplication replication={replication} onClose={() => setEditing(false)} />}
    </Stack>
  );
}
