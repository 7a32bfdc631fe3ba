/** What every picker of the shell takes: the slots of its field, and the record that is chosen. */
export type PickerProps = {
  id: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
  value: { id: string; text: string } | null;
  onChange: (value: { id: string; text: string } | null) => void;
};
