import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import css from '#client/nominations/nominations.module.css';
import { printedLines } from '#shared/nominations/nominations.rules.ts';

type Props = { draft: { salutation: string | null; printedName: string; printedPlace: string } };

/** The lines under "tặng" as the paper will break them; more than three do not fit well. */
export function PaperPreview({ draft }: Props) {
  const { printedPlace, ...who } = draft as Parameters<typeof printedLines>[0];
  const [name] = printedLines({ ...who, printedPlace: '' });
  const places = printedLines({ salutation: null, printedName: '', printedPlace });
  return (
    <div>
      <div className={css.paper}>
        <div className={css.paperName}>{name ?? <Trans>(tên in trên Bằng)</Trans>}</div>
        {places.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
          <div key={index}>{line}</div>
        ))}
      </div>
      {places.length > 2 && (
        <Text size="sm" c="orange.9" mt={4}>
          <Trans>Dài hơn ba dòng: rút gọn để in đẹp.</Trans>
        </Text>
      )}
    </div>
  );
}
