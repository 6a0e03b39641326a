import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isTraining } from '#client/core/base.ts';
import { currentLang } from '#client/core/i18n.ts';
import { toast } from '#client/core/toast.tsx';
import { TRAINING_LINE } from '#shared/core/training-mark.ts';

/** Puts a text on the clipboard: offices pass things on by Zalo and Word, not by links. */
export function CopyButton({ text, size, children }: { text: () => string; size?: 'compact-sm'; children: ReactNode }) {
  const { t } = useLingui();
  return (
    <Button
      variant="default"
      {...(size && { size })}
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

/**
 * On plain HTTP, which a closed office network may use, browsers offer only the old way. What leaves the training copy
 * says so in its first line: a request sent on from there must not be taken for a real one.
 */
export async function copyText(content: string): Promise<boolean> {
  const text = isTraining ? `${TRAINING_LINE[currentLang()]}\n${content}` : content;
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
