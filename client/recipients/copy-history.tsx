import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTRPCClient } from '#client/core/api.ts';
import { copyText } from '#client/core/copy-text.tsx';
import { toast } from '#client/core/toast.tsx';
import { useWords } from '#client/core/words.ts';
import { birthOf, type HistoryAward, idOf, type Recipient } from '#client/recipients/recipient-types.ts';
import { awardHistoryText } from '#shared/recipients/award-history-text.ts';
import { formatPartialDate } from '#shared/recipients/partial-date.ts';
import { RECIPIENT_KIND_LABELS } from '#shared/recipients/recipients.schema.ts';

/** Further than this nobody pastes. */
const MOST_PAGES = 40;

/** The whole history as a table for Word, Excel and Zalo, also what the page does not show yet. */
export function CopyHistory({ recipient }: { recipient: Recipient }) {
  const { t } = useLingui();
  const { label, lang } = useWords();
  const client = useTRPCClient();
  const [busy, setBusy] = useState(false);

  async function all(): Promise<HistoryAward[]> {
    const awards: HistoryAward[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const { rows, nextCursor } = await client.recipients.awards.query({ id: idOf(recipient), cursor });
      awards.push(...rows);
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    return awards;
  }

  async function copy(): Promise<void> {
    setBusy(true);
    try {
      const { kind, name, positionHeld, place, unitName, foundedOn } = recipient;
      const since = kind === 'individual' ? birthOf(recipient) : formatPartialDate(foundedOn);
      const heading = [
        `${label(RECIPIENT_KIND_LABELS[kind])}: ${name}`,
        [since, positionHeld, place, unitName].filter(Boolean).join(', '),
      ].filter(Boolean);
      const rows = (await all()).map(({ certificate, ...award }) => ({
        ...award,
        goldenBook: certificate && `${certificate.goldenBookNumber}/${certificate.goldenBookYear}`,
      }));
      if (await copyText(awardHistoryText(heading, rows, lang))) toast(t`Đã sao chép`);
      else toast(t`Trình duyệt không cho sao chép`, 'bad');
    } catch {
      toast(t`Chưa tải được quá trình khen thưởng. Kiểm tra mạng rồi thử lại.`, 'bad');
    }
    setBusy(false);
  }

  return (
    <Button
      variant="default"
      loading={busy}
      leftSection={<IconCopy size={16} aria-hidden />}
      onClick={() => void copy()}
    >
      <Trans>Sao chép bảng quá trình khen thưởng</Trans>
    </Button>
  );
}
