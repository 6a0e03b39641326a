import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#client/core/words.ts';
import css from '#client/imports/imports.module.css';
import type { ImportField } from '#shared/imports/fields/import-field.ts';
import type { ImportRunView } from '#shared/imports/imports.views.ts';

type Unknown = ImportRunView['unknownValues'][number];
type Props = {
  values: ImportRunView['unknownValues'];
  fields: readonly ImportField[];
  pending: boolean;
  /** Takes one value for another in every row that holds it. */
  onApply: (field: string, from: string, to: string) => void;
  /** Opens the whole list to choose from. */
  onOther: (field: string, value: string) => void;
};

const FEW = 1;

/**
 * Values outside their list, each once however many rows hold it, with the nearest ones of the list. The most frequent
 * one is shown; once it is put right the next takes its place.
 */
export function AlikeValues({ values, fields, pending, onApply, onOther }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const [all, setAll] = useState(false);
  if (values.length === 0) return null;
  const shown = all ? values : values.slice(0, FEW);
  const count = String(values.length);
  const rest = String(values.length - FEW);
  const labelOf = ({ field }: Unknown) => {
    const known = fields.find(({ id }) => id === field);
    return known ? label(known.label) : field;
  };
  return (
    <section aria-label={t`Giá trị ngoài danh mục`} className={css.alikes}>
      {shown.map((each, index) => {
        const rows = String(each.rowCount);
        const { value } = each;
        return (
          <div key={`${each.field} ${value}`} className={css.alike}>
            <div style={{ overflowWrap: 'anywhere' }}>
              <Text span fw={600}>
                “{value}”
              </Text>{' '}
              <Text span size="sm" c="gray.7">
                <Trans>
                  không có trong danh mục · {labelOf(each)} · {rows} dòng
                </Trans>
              </Text>
            </div>
            <Group gap={6}>
              {each.suggestions.map((suggestion) => {
                const to = suggestion.label;
                return (
                  <Button
                    key={suggestion.value}
                    size="compact-sm"
                    variant="light"
                    disabled={pending}
                    h="auto"
                    mih={26}
                    styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
                    onClick={() => onApply(each.field, value, suggestion.value)}
                  >
                    <Trans>
                      {to}: chọn cho {rows} dòng
                    </Trans>
                  </Button>
                );
              })}
              <Button
                size="compact-sm"
                variant="default"
                disabled={pending}
                aria-label={
                  each.suggestions.length > 0 ? t`Giá trị khác cho “${value}”` : t`Chọn trong danh mục cho “${value}”`
                }
                onClick={() => onOther(each.field, value)}
              >
                {each.suggestions.length > 0 ? <Trans>Giá trị khác</Trans> : <Trans>Chọn trong danh mục</Trans>}
              </Button>
            </Group>
            {index === 0 && values.length > FEW && (
              <Button size="compact-sm" variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? <Trans>Thu gọn {count} giá trị</Trans> : <Trans>Xem thêm {rest} giá trị</Trans>}
              </Button>
            )}
          </div>
        );
      })}
    </section>
  );
}
