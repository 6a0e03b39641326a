import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Modal, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { here } from '#client/core/base.ts';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { Attachments } from '#client/files/attachment-picker.tsx';
import type { Ledger, LedgerMember } from '#client/pledges/pledge-types.ts';
import { formatDate, formatInstant } from '#shared/core/dates.ts';
import { QUARTER_NAMES, type Quarter } from '#shared/pledges/progress.schema.ts';

type Props = { ledger: Ledger; member: LedgerMember; onEnter: (quarter: Quarter) => void };
type Row = Ledger['quarters'][number] & { entered: LedgerMember['quarters'][number] };

/** Of what day the figures of each quarter are, who entered them, and the documents behind them; read by the cluster. */
export function QuarterEvidence({ ledger, member, onEnter }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState<Quarter | null>(null);
  const rows = ledger.quarters
    .map((quarter, at): Row => ({ ...quarter, entered: member.quarters[at] ?? null }))
    .filter(({ state, entered }) => state !== 'ahead' || entered !== null);
  const chosen = rows.find(({ quarter }) => quarter === open);
  if (rows.length === 0) return null;
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>
        <Trans>Ngày của số liệu, tài liệu minh chứng</Trans>
      </Title>
      <DataTable
        caption={t`Ngày của số liệu và tài liệu minh chứng của ${member.name}`}
        rows={rows}
        rowKey={({ quarter }) => String(quarter)}
        empty=""
        columns={[
          {
            id: 'quarter',
            head: <Trans>Quý</Trans>,
            width: 90,
            rowHead: true,
            cell: ({ quarter }) => t`Quý ${QUARTER_NAMES[quarter]}`,
          },
          {
            id: 'asOf',
            head: <Trans>Số liệu tính đến ngày</Trans>,
            width: 170,
            cell: ({ entered }) => <span className="tabular">{entered?.asOf ? formatDate(entered.asOf) : '–'}</span>,
          },
          {
            id: 'saved',
            head: <Trans>Ghi lần cuối</Trans>,
            width: 300,
            cell: ({ entered }) =>
              entered ? `${formatInstant(entered.savedAt)}, ${entered.savedBy}` : <Trans>Chưa ghi tiến độ</Trans>,
          },
          {
            id: 'files',
            head: <Trans>Tài liệu minh chứng</Trans>,
            wrap: true,
            cell: ({ entered }) => <FileLinks files={entered?.files ?? []} />,
          },
          ...(member.isMine
            ? [
                {
                  id: 'act',
                  head: <Trans>Thao tác</Trans>,
                  width: 170,
                  cell: ({ quarter, entered, reasons }: Row) =>
                    entered ? (
                      <Button
                        variant="default"
                        size="compact-sm"
                        aria-label={t`Minh chứng quý ${QUARTER_NAMES[quarter]}`}
                        onClick={() => setOpen(quarter)}
                      >
                        <Trans>Minh chứng…</Trans>
                      </Button>
                    ) : (
                      reasons.length === 0 && (
                        <Button
                          variant="default"
                          size="compact-sm"
                          aria-label={t`Ghi tiến độ trước, quý ${QUARTER_NAMES[quarter]}`}
                          onClick={() => onEnter(quarter)}
                        >
                          <Trans>Ghi tiến độ trước</Trans>
                        </Button>
                      )
                    ),
                },
              ]
            : []),
        ]}
      />
      {chosen?.entered && <EvidenceDialog entered={chosen.entered} row={chosen} onClose={() => setOpen(null)} />}
    </Stack>
  );
}

function FileLinks({ files }: { files: NonNullable<Row['entered']>['files'] }) {
  if (files.length === 0) return '–';
  return (
    <>
      {files.map(({ id, name }) => (
        <Anchor key={id} display="block" href={here(`/files/${encodeURIComponent(id)}`)} download={name} title={name}>
          {name}
        </Anchor>
      ))}
    </>
  );
}

type DialogProps = { entered: NonNullable<Row['entered']>; row: Row; onClose: () => void };

function EvidenceDialog({ entered, row: { quarter, reasons }, onClose }: DialogProps) {
  useReturnFocus();
  const { t } = useLingui();
  return (
    <Modal opened onClose={onClose} title={t`Tài liệu minh chứng quý ${QUARTER_NAMES[quarter]}`} size="lg">
      <Stack gap="sm">
        <Text size="sm" c="gray.7">
          <Trans>Các đơn vị trong Cụm đều xem được.</Trans>{' '}
          {entered.files.length > 0 && <Plural value={entered.files.length} other="Đã có # tài liệu." />}
        </Text>
        <Attachments
          subjectKind="pledge-progress"
          subjectId={entered.id}
          files={entered.files}
          editable={reasons.length === 0}
        />
      </Stack>
    </Modal>
  );
}
