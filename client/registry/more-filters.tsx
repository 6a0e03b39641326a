import { Trans, useLingui } from '@lingui/react/macro';
import { Autocomplete, Button, NativeSelect, Popover, SimpleGrid, TextInput } from '@mantine/core';
import { IconFilterPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import type { FilterOptions, Option } from '#client/registry/filter-options.ts';
import type { ChangeFilters, ConditionName, RegistryFilters } from '#client/registry/registry-filters.ts';
import { fold } from '#shared/core/fold.ts';
import { isIdNumber } from '#shared/registry/search-plan.rules.ts';

type Props = { filters: RegistryFilters; options: FilterOptions; change: ChangeFilters };
type Choice = 'kind' | 'personClass' | 'sex' | 'ethnicity' | 'areaClass' | 'way' | 'status';

const IN_HERE: readonly ConditionName[] = [
  'kind',
  'personClass',
  'sex',
  'ethnicity',
  'areaClass',
  'field',
  'way',
  'decision',
  'status',
];

/** + Bộ lọc: what is asked less often. */
export function MoreFilters({ filters, options, change }: Props) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const count = IN_HERE.filter((name) => filters[name] !== undefined).length;

  const choices: readonly (readonly [Choice, string])[] = [
    ['kind', t`Đối tượng`],
    ['personClass', t`Phân loại đối tượng`],
    ['sex', t`Giới tính`],
    ...(options.mayAskEthnicity ? ([['ethnicity', t`Dân tộc`]] as const) : []),
    ['areaClass', t`Khu vực`],
    ['way', t`Loại hình khen thưởng`],
    ['status', t`Trạng thái`],
  ];

  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      trapFocus
      withinPortal
      shadow="md"
      width={440}
      hideDetached={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          variant="default"
          px="sm"
          leftSection={<IconFilterPlus size={16} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {count === 0 ? <Trans>Bộ lọc</Trans> : <Trans>Bộ lọc ({count})</Trans>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`Bộ lọc khác`}>
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          {choices.map(([name, words]) => (
            <NativeSelect
              key={name}
              label={words}
              value={String(filters[name] ?? '')}
              onChange={(event) => change({ [name]: event.currentTarget.value || undefined })}
              data={[{ value: '', label: t`Tất cả` }, ...(options.lists[name] satisfies readonly Option[])]}
            />
          ))}
          <TypedFilter
            key={`field ${filters.field ?? ''}`}
            label={t`Lĩnh vực`}
            placeholder={t`Chọn hoặc gõ`}
            known={options.fields}
            value={filters.field ?? ''}
            onSet={(field) => change({ field })}
          />
          <TypedFilter
            key={`decision ${filters.decision ?? ''}`}
            label={t`Số quyết định`}
            placeholder="372/QĐ-UBND"
            value={filters.decision ?? ''}
            onSet={(decision) => change({ decision })}
          />
        </SimpleGrid>
      </Popover.Dropdown>
    </Popover>
  );
}

type TypedProps = {
  label: string;
  placeholder: string;
  value: string;
  /** What stands in the registry, to be chosen from. */
  known?: readonly string[];
  onSet: (value: string | undefined) => void;
};

const MOST_OFFERED = 30;
const MOST_LETTERS = 60;

/** A filter that is typed; it holds when the field is left, Enter is pressed or something offered is chosen. */
function TypedFilter({ label, placeholder, value, known, onSet }: TypedProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(value);
  const isNumberOfAPerson = isIdNumber(typed);
  function set(given = typed): void {
    const text = given.trim();
    if (text !== value && !isNumberOfAPerson) onSet(text || undefined);
  }
  const field = {
    label,
    placeholder,
    value: typed,
    maxLength: MOST_LETTERS,
    error: isNumberOfAPerson && t`Không tra cứu theo số căn cước, số CMND ở đây.`,
    onBlur: () => set(),
    onKeyDown: (event: KeyboardEvent) => {
      // On an offered line, Enter chooses that one.
      const isOnOffer = event.currentTarget.hasAttribute('aria-activedescendant');
      if (event.key === 'Enter' && !event.nativeEvent.isComposing && !isOnOffer) set();
    },
  };
  if (known === undefined) return <TextInput {...field} onChange={(event) => setTyped(event.currentTarget.value)} />;
  return (
    <Autocomplete
      {...field}
      data={[...known]}
      limit={MOST_OFFERED}
      // With or without accents, as everywhere.
      filter={({ options, search, limit }) =>
        options.filter((option) => 'label' in option && fold(option.label).includes(fold(search))).slice(0, limit)
      }
      onChange={setTyped}
      onOptionSubmit={set}
      comboboxProps={{ withinPortal: false, hideDetached: false, transitionProps: { duration: 0 } }}
    />
  );
}
