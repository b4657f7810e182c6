import { Field, FilterChips, Stack, TextInput } from '@lienket/ui';

interface ReasonFieldProps {
  id: string;
  label: string;
  /** Ready sentences: one tap writes one. */
  choices: readonly string[];
  value: string;
  onValueChange: (reason: string) => void;
  error?: string;
  placeholder?: string;
  required?: boolean;
}

/** A reason for the other side: a tap for the usual ones, words for the rest. */
export function ReasonField({ id, label, choices, value, onValueChange, error, placeholder, required = true }: ReasonFieldProps) {
  return (
    <Stack gap="small">
      <Field id={id} label={label} error={error} required={required}>
        <TextInput
          value={value}
          maxLength={500}
          placeholder={placeholder}
          onChange={(event) => onValueChange(event.target.value)}
        />
      </Field>
      <FilterChips
        wrap
        label={label}
        chips={choices.map((choice) => ({ key: choice, label: choice, selected: value === choice }))}
        onToggle={(choice) => onValueChange(value === choice ? '' : choice)}
      />
    </Stack>
  );
}
