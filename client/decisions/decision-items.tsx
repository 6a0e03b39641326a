import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { ChooseNominations } from '#client/decisions/choose-nominations.tsx';
import type { Decision } from '#client/decisions/decision-types.ts';
import css from '#client/decisions/decisions.module.css';
import { SentenceDialog } from '#client/decisions/sentence-dialog.tsx';
import { RECIPIENT_KIND_LABELS, recipientKind } from '#shared/recipients/recipients.schema.ts';

/** Danh sách kèm theo: one list for each kind, collectives first; beside it what can be chosen while drafting. */
export function DecisionItems({ decision }: { decision: Decision }) {
  const { label } = useWords();
  const kinds = recipientKind.options.filter((kind) => decision.items.some((item) => item.kind === kind));
  const lists = (
    <Stack gap="sm">
      {kinds.length === 0 && <Empty mayChoose={decision.actions.setItems.allowed} />}
      {kinds.map((kind) => (
        <section key={kind}>
          <Title order={2} mb={4}>
            {label(RECIPIENT_KIND_LABELS[kind])}
          </Title>
          <List decision={decision} kind={kind} />
        </section>
      ))}
    </Stack>
  );
  if (!decision.actions.setItems.allowed) return lists;
  return (
    <div className={css.columns}>
      {lists}
      <ChooseNominations decision={decision} />
    </div>
  );
}

function Empty({ mayChoose }: { mayChoose: boolean }) {
  return mayChoose ? (
    <Trans>Danh sách còn trống. Chọn các đề nghị đã thẩm định ở khung bên cạnh rồi lưu.</Trans>
  ) : (
    <Trans>Danh sách còn trống.</Trans>
  );
}

type Item = Decision['items'][number];

function List({ decision, kind }: { decision: Decision; kind: Item['kind'] }) {
  const [writing, setWriting] = useState<Item | null>(null);
  const { t } = useLingui();
  const { label } = useWords();
  return (
    <>
      <DataTable
        caption={`${t`Danh sách kèm theo`}: ${label(RECIPIENT_KIND_LABELS[kind])}`}
        rows={decision.items.filter((item) => item.kind === kind)}
        rowKey={({ position }) => String(position)}
        empty={null}
        columns={[
          {
            id: 'name',
            head: <Trans>Tên in trên bằng</Trans>,
            width: '32%',
            rowHead: true,
            wrap: true,
            cell: ({ nominationId, printedName }) =>
              nominationId ? <Link to={paths.nomination.to(nominationId)}>{printedName}</Link> : printedName,
          },
          {
            id: 'place',
            head: <Trans>Chức vụ, đơn vị, địa chỉ</Trans>,
            wrap: true,
            cell: ({ printedPlace }) => printedPlace,
          },
          { id: 'unit', head: <Trans>Đơn vị đề nghị</Trans>, width: 110, cell: ({ unitName }) => unitName },
          {
            id: 'sentence',
            head: <Trans>Câu ghi trên Bằng</Trans>,
            width: '20%',
            wrap: true,
            cell: (item) => (
              <>
                {item.isOwnSentence ? item.sentence : <Trans>Câu chung</Trans>}{' '}
                {decision.actions.setSentence.allowed && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={
                      item.isOwnSentence ? t`Sửa câu riêng: ${item.printedName}` : t`Câu riêng: ${item.printedName}`
                    }
                    onClick={() => setWriting(item)}
                  >
                    {item.isOwnSentence ? <Trans>Sửa</Trans> : <Trans>Câu riêng</Trans>}
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
      {writing && <SentenceDialog decision={decision} item={writing} onClose={() => setWriting(null)} />}
    </>
  );
}
