/** What a toast says. */
export interface ToastMessage {
  /** What happened. */
  readonly title: string;
  /** Whether anything was sent, and what to do next. */
  readonly detail?: string | undefined;
  /** One way on or back, such as Undo. */
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
  /** `trouble` stays until it is closed. */
  readonly tone?: "note" | "trouble";
}
