import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import { apiContext, useTRPC, useTRPCClient } from '#client/core/api.ts';
import { CopyButton } from '#client/core/copy-text.tsx';
import { Fact, Facts } from '#client/core/facts.tsx';
import grids from '#client/core/grids.module.css';
import { PageHeader } from '#client/core/page-header.tsx';
import { Part } from '#client/core/part.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { RecordHistory } from '#client/core/record-history.tsx';
import { useSession } from '#client/core/session.tsx';
import { useWords } from '#client/core/words.ts';
import { AdoptModel } from '#client/exemplars/adopt-model.tsx';
import { EffectsPanel } from '#client/exemplars/effects-picker.tsx';
import { ExemplarAdopters } from '#client/exemplars/exemplar-adopters.tsx';
import { ExemplarForm } from '#client/exemplars/exemplar-form.tsx';
import { ExemplarPhotos } from '#client/exemplars/exemplar-photos.tsx';
import { ExemplarSharingPanel } from '#client/exemplars/exemplar-sharing.tsx';
import { exemplarText } from '#client/exemplars/exemplar-text.ts';
import { type Exemplar, isInvented } from '#client/exemplars/exemplar-types.ts';
import css from '#client/exemplars/exemplars.module.css';
import { RemoveExemplar } from '#client/exemplars/remove-exemplar.tsx';
import { Attachments } from '#client/files/attachment-picker.tsx';
import { EXEMPLAR_FIELD_LABELS } from '#shared/exemplars/exemplars.labels.ts';
import { paragraphsOf } from '#shared/exemplars/exemplars.rules.ts';
import { EXEMPLAR_KIND_LABELS, type ExemplarDraft, type ExemplarId } from '#shared/exemplars/exemplars.schema.ts';

const inputOf = (id: string | undefined) => ({ id: (id ?? '') as ExemplarId });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.exemplars.byId.queryOptions(inputOf(params.id)));
  return null;
}

/** One exemplar: facts, story, photos and documents; changed by its unit or the leading unit. */
export function Component() {
  const { id } = useParams();
  const { can } = useSession();
  const { t } = useLingui();
  const client = useTRPCClient();
  const trpc = useTRPC();
  const { data: exemplar } = useSuspenseQuery(trpc.exemplars.byId.queryOptions(inputOf(id)));
  const [editing, setEditing] = useState(false);
  const { save, remove } = exemplar.actions;
  return (
    <Stack gap="sm">
      <PageHeader
        title={exemplar.title}
        about={<About exemplar={exemplar} />}
        actions={
          <>
            <CopyButton text={() => exemplarText(exemplar)}>
              <Trans>Sao chép dạng chữ</Trans>
            </CopyButton>
            <AdoptModel exemplar={exemplar} />
            {remove.allowed && <RemoveExemplar exemplar={exemplar} />}
            {save.allowed && !editing && (
              <Button onClick={() => setEditing(true)}>
                <Trans>Sửa</Trans>
              </Button>
            )}
          </>
        }
      />
      {/* Who edits exemplars elsewhere is told why not this one. */}
      {!save.allowed && can('exemplars.save') && (
        <Text component="div" c="gray.7" maw={900}>
          <Reasons reasons={save.reasons} />
        </Text>
      )}
      <div className={`${grids.beside} ${css.layout}`}>
        {editing ? (
          <ExemplarForm exemplar={exemplar} onClose={() => setEditing(false)} />
        ) : (
          <Stack gap="lg">
            <ExemplarFacts exemplar={exemplar} />
            <Story exemplar={exemplar} />
            <EffectsPanel
              title={t`Hiệu quả bằng số`}
              effects={exemplar.effects}
              editable={save.allowed}
              empty={<Trans>Chưa có số liệu hiệu quả.</Trans>}
              send={(effects) =>
                client.exemplars.saveEffects.mutate({
                  ...inputOf(exemplar.id),
                  seenVersion: exemplar.version,
                  effects,
                })
              }
            />
            <ExemplarPhotos files={exemplar.files} />
          </Stack>
        )}
        <Stack gap="lg">
          <Part title={<Trans>Tài liệu, ảnh</Trans>}>
            <Attachments
              subjectKind="exemplar"
              subjectId={exemplar.id}
              files={exemplar.files}
              editable={save.allowed}
            />
          </Part>
          <Part title={<Trans>Đơn vị áp dụng</Trans>}>
            <ExemplarAdopters exemplar={exemplar} />
          </Part>
          <Part title={<Trans>Phổ biến ngoài Cụm</Trans>}>
            <ExemplarSharingPanel exemplar={exemplar} />
          </Part>
          {exemplar.isInCluster && (
            <Part title={<Trans>Lịch sử cập nhật</Trans>}>
              <RecordHistory subjectKind="exemplar" subjectId={exemplar.id} />
            </Part>
          )}
        </Stack>
      </div>
    </Stack>
  );
}

function About({ exemplar }: { exemplar: Exemplar }) {
  const { label } = useWords();
  const { clusterName } = exemplar;
  const year = String(exemplar.year);
  return (
    <>
      {label(EXEMPLAR_KIND_LABELS[exemplar.kind])} · {exemplar.unitName} ·{' '}
      <Trans>
        {clusterName}, năm thi đua {year}
      </Trans>
      {isInvented(exemplar) && (
        <Text span size="sm" c="gray.7">
          {' '}
          · <Trans>dữ liệu minh họa</Trans>
        </Text>
      )}
    </>
  );
}

function ExemplarFacts({ exemplar }: { exemplar: Exemplar }) {
  const { label } = useWords();
  const fields = ['presenter', 'place', 'field', 'source'] as const satisfies readonly (keyof ExemplarDraft)[];
  return (
    <Facts>
      {fields.map((field) => (
        <Fact key={field} term={label(EXEMPLAR_FIELD_LABELS[field]!)}>
          {exemplar[field]}
        </Fact>
      ))}
    </Facts>
  );
}

/** The story is text and nothing else: whatever stands in it is shown as it was typed. */
function Story({ exemplar }: { exemplar: Exemplar }) {
  const { t } = useLingui();
  const paragraphs = paragraphsOf(exemplar.story);
  return (
    <section className={css.story} aria-label={t`Câu chuyện`}>
      <Title order={2} mb={6}>
        <Trans>Câu chuyện</Trans>
      </Title>
      {paragraphs.length === 0 ? (
        <Text c="gray.7">
          {exemplar.actions.save.allowed ? (
            <Trans>Chưa có câu chuyện. Bấm “Sửa” để viết cách làm và kết quả.</Trans>
          ) : (
            <Trans>{exemplar.unitName} chưa viết câu chuyện của điển hình này.</Trans>
          )}
        </Text>
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: two paragraphs may be the same, and they only move together
        paragraphs.map((paragraph, index) => <p key={index}>{paragraph}</p>)
      )}
    </section>
  );
}
