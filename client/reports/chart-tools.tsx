import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { CopyButton } from '#client/core/copy-text.tsx';
import { toast } from '#client/core/toast.tsx';
import { savePicture } from '#client/reports/save-picture.ts';

type Props = {
  /** Names the file. */
  title: string;
  drawing: RefObject<SVGSVGElement | null>;
  /** The table beside the chart as text with tabs, as Excel and Word take it. */
  table: () => string;
  children?: ReactNode;
};

/** What one takes along from a chart: its table as text, itself as a drawing or a picture. */
export function ChartTools({ title, drawing, table, children }: Props) {
  const { t } = useLingui();
  async function take(as: 'svg' | 'png') {
    if (!drawing.current) return;
    await savePicture(drawing.current, title, as).catch(() =>
      toast(t`Trình duyệt không tạo được hình. Hãy tải bản SVG.`, 'bad'),
    );
  }
  return (
    <Group gap="xs" className="no-print">
      {children}
      <CopyButton text={table}>
        <Trans>Sao chép bảng</Trans>
      </CopyButton>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        aria-label={t`Tải hình PNG: ${title}`}
        onClick={() => void take('png')}
      >
        <Trans>Tải hình (PNG)</Trans>
      </Button>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        aria-label={t`Tải hình SVG: ${title}`}
        onClick={() => void take('svg')}
      >
        <Trans>Tải hình (SVG)</Trans>
      </Button>
    </Group>
  );
}

/** Rows of a table as text: tabs between cells, none inside them. */
export const asText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => cell.replace(/[\t\n\r]+/g, ' ')).join('\t')).join('\n');
