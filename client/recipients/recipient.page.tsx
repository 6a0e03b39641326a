import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import { type Api, apiContext, useTRPC } from '#client/core/api.ts';
import grids from '#client/core/grids.module.css';
import { PageHeader } from '#client/core/page-header.tsx';
import { Part } from '#client/core/part.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { RecordHistory } from '#client/core/record-history.tsx';
import { useSession } from '#client/core/session.tsx';
import { useWords } from '#client/core/words.ts';
import { Attachments } from '#client/files/attachment-picker.tsx';
import { AwardTimeline } from '#client/recipients/award-timeline.tsx';
import { CopyHistory } from '#client/recipients/copy-history.tsx';
import { Holds } from '#client/recipients/holds-panel.tsx';
import { Lines } from '#client/recipients/lines-panel.tsx';
import { Names, Posts } from '#client/recipients/names-panel.tsx';
import { RecipientFacts } from '#client/recipients/recipient-facts.tsx';
import { RecipientForm } from '#client/recipients/recipient-form.tsx';
import type { Recipient } from '#client/recipients/recipient-types.ts';
import css from '#client/recipients/recipients.module.css';
import { TitleStrip } from '#client/recipients/title-strip.tsx';
import { formatDate } from '#shared/core/dates.ts';
import { HOLD_KIND_LABELS, type RecipientId } from '#shared/recipients/recipient-page.schema.ts';
import { RECIPIENT_KIND_LABELS } from '#shared/recipients/recipients.schema.ts';

const inputOf = (id: string | undefined) => ({ id: (id ?? '') as RecipientId });
const pagesOf = (trpc: Api['trpc'], id: string | undefined) =>
  trpc.recipients.awards.infiniteQueryOptions(inputOf(id), {
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await Promise.all([
    queryClient.ensureQueryData(trpc.recipients.byId.queryOptions(inputOf(params.id))),
    queryClient.ensureInfiniteQueryData(pagesOf(trpc, params.id)),
  ]);
  return null;
}

/** Quá trình khen thưởng of one recipient: who it is, every award, titles by year, what stands in the way. */
export function Component() {
  const { t } = useLingui();
  const { id } = useParams();
  const { can } = useSession();
  const trpc = useTRPC();
  const { data: recipient } = useSuspenseQuery(trpc.recipients.byId.queryOptions(inputOf(id)));
  const history = useSuspenseInfiniteQuery(pagesOf(trpc, id));
  const [editing, setEditing] = useState(false);
  const { save } = recipient.actions;
  const awards = history.data.pages.flatMap(({ rows }) => rows);
  return (
    <Stack gap="sm">
      <PageHeader
        title={recipient.name}
        about={<About recipient={recipient} />}
        actions={
          <>
            <Button variant="default" onClick={() => window.print()}>
              <Trans>In</Trans>
            </Button>
            <CopyHistory recipient={recipient} />
            {save.allowed && !editing && (
              <Button onClick={() => setEditing(true)}>
                <Trans>Sửa</Trans>
              </Button>
            )}
          </>
        }
      />
      <Notes recipient={recipient} />
      {!save.allowed && can('recipients.save') && (
        <Text component="div" c="gray.7" maw={900}>
          <Reasons reasons={save.reasons} />
        </Text>
      )}
      <div className={`${grids.beside} ${css.layout}`}>
        <Stack gap="lg">
          {editing ? (
            <RecipientForm recipient={recipient} onClose={() => setEditing(false)} />
          ) : (
            <RecipientFacts recipient={recipient} />
          )}
          <TitleStrip titles={recipient.titles} />
          <AwardTimeline
            awards={awards}
            counts={recipient.counts}
            more={
              history.hasNextPage
                ? { load: () => void history.fetchNextPage(), busy: history.isFetchingNextPage }
                : null
            }
          />
        </Stack>
        <Stack gap="lg">
          <Names recipient={recipient} />
          {recipient.isWhole && <Posts recipient={recipient} />}
          {recipient.kind === 'collective' && <Lines recipient={recipient} />}
          {recipient.isWhole && <Holds recipient={recipient} />}
          {recipient.isWhole && (
            <Stack gap="lg" className="no-print">
              <Part title={<Trans>Tài liệu</Trans>}>
                <Attachments
                  subjectKind="recipient"
                  subjectId={recipient.id}
                  files={recipient.files}
                  editable={save.allowed}
                />
              </Part>
              <Part title={t`Lịch sử cập nhật`}>
                <RecordHistory subjectKind="recipient" subjectId={recipient.id} />
              </Part>
            </Stack>
          )}
        </Stack>
      </div>
    </Stack>
  );
}

function About({ recipient }: { recipient: Recipient }) {
  const { label } = useWords();
  return (
    <>
      <Trans>Quá trình khen thưởng</Trans> · {label(RECIPIENT_KIND_LABELS[recipient.kind])}
      {recipient.unitName && ` · ${recipient.unitName}`}
      {recipient.isDemo === 1 && (
        <Text span size="sm" c="gray.7">
          {' '}
          · <Trans>dữ liệu minh họa</Trans>
        </Text>
      )}
    </>
  );
}

/** What has to be seen before all else. */
function Notes({ recipient }: { recipient: Recipient }) {
  const { label } = useWords();
  const { asked, name, holds } = recipient;
  const held = holds.filter(({ isHeld }) => isHeld);
  return (
    <>
      {asked && (
        <Alert color="gray" role="status">
          <Trans>
            Hồ sơ “{asked.name}” đã được ghép vào hồ sơ “{name}”. Đây là hồ sơ được giữ lại, với mọi lượt khen của cả
            hai.
          </Trans>
        </Alert>
      )}
      {held.map(({ id, kind, fromOn, toOn }) => (
        <Alert key={id} color="orange" role="status">
          <Trans>
            Đang tạm dừng xét khen thưởng từ {formatDate(fromOn)}: {label(HOLD_KIND_LABELS[kind])}.
          </Trans>
          {toOn && (
            <>
              {' '}
              <Trans>Đến hết {formatDate(toOn)}.</Trans>
            </>
          )}
        </Alert>
      ))}
    </>
  );
}
