/** Path of a Chromium to drive, or undefined when the machine has none. */
export function findChromium(): string | undefined;
/** Path of a Chromium to drive; installs one when the machine has none. */
export function findOrInstallChromium(): string;
/** Installs distribution packages as root; false when that is not possible. */
export function aptInstall(...packages: string[]): boolean;
