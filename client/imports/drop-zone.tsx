import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import css from '#client/imports/imports.module.css';
import { IMPORT_ENDINGS } from '#shared/imports/import-file.rules.ts';

type Props = { disabled: boolean; busy: boolean; onFile: (file: File) => void };

/** A place to drop one workbook, with a button that does the same from the keyboard. */
export function DropZone({ disabled, busy, onFile }: Props) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file && !disabled && !busy) onFile(file);
  };
  return (
    <section
      className={`${css.drop} ${over ? css.over : ''}`}
      aria-label={t`Nơi thả tệp Excel`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <IconFileSpreadsheet size={28} stroke={1.5} aria-hidden />
      <Text>
        <Trans>Kéo tệp vào đây, hoặc</Trans>
      </Text>
      <input
        ref={input}
        type="file"
        hidden
        accept={IMPORT_ENDINGS.join(',')}
        aria-label={t`Chọn tệp Excel`}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <Button loading={busy} disabled={disabled} onClick={() => input.current?.click()}>
        <Trans>Chọn tệp</Trans>
      </Button>
      <Text size="sm" c="gray.7">
        <Trans>.xlsx, .xls, .csv; tối đa 20 MB. Tệp cũ gõ bằng .VnTime, VNI cũng đọc được.</Trans>
      </Text>
    </section>
  );
}
