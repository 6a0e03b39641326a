import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Title } from '@mantine/core';
import { FormCheckbox, FormSelect } from '#client/core/form/choice-fields.tsx';
import { FormDate, FormNumber, FormText, FormTextarea } from '#client/core/form/form-fields.tsx';
import grids from '#client/core/grids.module.css';
import { useWords } from '#client/core/words.ts';
import type { NominationValues } from '#client/nominations/nomination-values.ts';
import type { Localized } from '#shared/core/localized.ts';
import { LEAST_ACHIEVEMENT } from '#shared/nominations/nominations.rules.ts';
import {
  AREA_CLASS_LABELS,
  PERSON_CLASS_LABELS,
  type RecipientKind,
  SEX_LABELS,
} from '#shared/recipients/recipients.schema.ts';

type V = NominationValues;

/** One column of inputs; a person is asked other things than a collective. */
export function NominationFields({ kind }: { kind: RecipientKind }) {
  const isPerson = kind === 'individual';
  return (
    <Stack gap="lg">
      {isPerson ? <PersonFields /> : <CollectiveFields />}
      <PaperFields isPerson={isPerson} />
      <AchievementFields />
      <ProposalFields />
    </Stack>
  );
}

function useOptions() {
  const { label } = useWords();
  return (labels: Readonly<Record<string, Localized>>) =>
    Object.entries(labels).map(([value, words]) => ({ value, label: label(words) }));
}

function PersonFields() {
  const { t } = useLingui();
  const options = useOptions();
  const choose = t`Chọn…`;
  return (
    <Stack gap="sm">
      <Title order={2}>
        <Trans>Cá nhân được đề nghị</Trans>
      </Title>
      <FormText<V> name="name" label={t`Họ và tên`} required />
      <div className={grids.pair}>
        <FormSelect<V> name="sex" label={t`Giới tính`} required options={options(SEX_LABELS)} empty={choose} />
        <FormText<V> name="birthYear" label={t`Năm sinh`} required placeholder="1985" />
      </div>
      <FormText<V> name="positionHeld" label={t`Chức vụ, nghề nghiệp`} required />
      <FormText<V> name="workplace" label={t`Đơn vị công tác, nơi ở`} required />
      <FormSelect<V>
        name="personClass"
        label={t`Phân loại đối tượng`}
        description={t`Theo biểu thống kê khen thưởng hằng năm`}
        required
        options={options(PERSON_CLASS_LABELS)}
        empty={choose}
      />
      <AreaFields />
    </Stack>
  );
}

function CollectiveFields() {
  const { t } = useLingui();
  return (
    <Stack gap="sm">
      <Title order={2}>
        <Trans>Tập thể được đề nghị</Trans>
      </Title>
      <FormText<V> name="name" label={t`Tên tập thể`} required />
      <FormText<V> name="workplace" label={t`Địa chỉ, đơn vị chủ quản`} />
      <FormNumber<V> name="headcount" label={t`Số người`} unit={t`người`} required decimals={0} />
      <FormCheckbox<V> name="isSmallCollective" label={t`Tập thể nhỏ (tổ, đội, bản, trường lẻ…)`} />
      <AreaFields />
    </Stack>
  );
}

function AreaFields() {
  const { t } = useLingui();
  const options = useOptions();
  return (
    <>
      <FormSelect<V>
        name="areaClass"
        label={t`Khu vực`}
        description={t`Của xã nơi công tác, theo vùng đồng bào dân tộc thiểu số và miền núi`}
        required
        options={options(AREA_CLASS_LABELS)}
        empty={t`Chọn…`}
      />
      <FormCheckbox<V> name="isBorderArea" label={t`Xã biên giới`} />
      <FormText<V> name="field" label={t`Lĩnh vực`} placeholder={t`Nông nghiệp, giáo dục, quốc phòng…`} />
    </>
  );
}

function PaperFields({ isPerson }: { isPerson: boolean }) {
  const { t } = useLingui();
  return (
    <Stack gap="sm">
      <Title order={2}>
        <Trans>Ghi trên Bằng</Trans>
      </Title>
      {isPerson && (
        <FormSelect<V>
          name="salutation"
          label={t`Xưng hô`}
          required
          options={[
            { value: 'Ông', label: 'Ông' },
            { value: 'Bà', label: 'Bà' },
          ]}
          empty={t`Chọn…`}
        />
      )}
      <FormText<V> name="printedName" label={t`Tên in trên Bằng`} required />
      <FormTextarea<V>
        name="printedPlace"
        label={isPerson ? t`Chức vụ, đơn vị in trên Bằng` : t`Địa chỉ in trên Bằng`}
        description={t`Một hoặc hai dòng; xuống dòng ở đâu thì Bằng xuống dòng ở đó`}
        required
        rows={2}
      />
    </Stack>
  );
}

function AchievementFields() {
  const { t } = useLingui();
  const least = String(LEAST_ACHIEVEMENT);
  return (
    <FormTextarea<V>
      name="achievement"
      label={t`Tóm tắt thành tích`}
      description={t`Việc đã làm và kết quả trong năm, có số liệu; ít nhất ${least} ký tự. Đưa vào danh sách trích ngang, không in trên Bằng.`}
      required
      rows={5}
    />
  );
}

function ProposalFields() {
  const { t } = useLingui();
  return (
    <Stack gap="sm">
      <Title order={2}>
        <Trans>Công văn đề nghị</Trans>
      </Title>
      <div className={grids.pair}>
        <FormText<V> name="proposalNumber" label={t`Số, ký hiệu`} required placeholder="178/UBND-NC" />
        <FormDate<V> name="proposalOn" label={t`Ngày`} required />
      </div>
    </Stack>
  );
}
