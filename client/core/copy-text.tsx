import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { toast } from '#client/core/toast.tsx';

/** Puts a text on the clipboard: offices pass things on by Zalo and Word, not by links. */
export function CopyButton({ text, children }: { text: () => string; children: ReactNode }) {
  const { t } = useLingui();
  return (
    <Button
      variant="default"
      leftSection={<IconCopy size={16} aria-hidden />}
      onClick={async () => {
        if (await copyText(text())) toast(t`Đã sao chép`);
        else toast(t`Trình duyệt không cho sao chép`, 'bad');
      }}
    >
      {children}
    </Button>
  );
}

/** On plain HTTP, which a closed office network may use, browsers offer only the old way. */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
