import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import { useLingui } from '@lingui/react/macro';
import { DatePicker, DatesProvider } from '@mantine/dates';

type Props = { value: string | null; onChoose: (day: string) => void };

/** The calendar under a date field; loaded when first opened. */
export default function CalendarSheet({ value, onChoose }: Props) {
  const { t } = useLingui();
  return (
    <DatesProvider settings={{ locale: 'vi', firstDayOfWeek: 1, weekendDays: [0, 6] }}>
      <DatePicker
        value={value}
        hideOutsideDates
        ariaLabels={{
          previousMonth: t`Tháng trước`,
          nextMonth: t`Tháng sau`,
          previousYear: t`Năm trước`,
          nextYear: t`Năm sau`,
          previousDecade: t`Mười năm trước`,
          nextDecade: t`Mười năm sau`,
          monthLevelControl: t`Chọn tháng`,
          yearLevelControl: t`Chọn năm`,
        }}
        {...(value === null ? {} : { defaultDate: value })}
        onChange={(day) => {
          if (day !== null) onChoose(day);
        }}
      />
    </DatesProvider>
  );
}
