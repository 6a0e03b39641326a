import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import { DatePicker, DatesProvider } from '@mantine/dates';

type Props = { value: string | null; onChoose: (day: string) => void };

/** The calendar under a date field; loaded when first opened. */
export default function CalendarSheet({ value, onChoose }: Props) {
  return (
    <DatesProvider settings={{ locale: 'vi', firstDayOfWeek: 1, weekendDays: [0, 6] }}>
      <DatePicker
        value={value}
        {...(value === null ? {} : { defaultDate: value })}
        onChange={(day) => {
          if (day !== null) onChoose(day);
        }}
      />
    </DatesProvider>
  );
}
