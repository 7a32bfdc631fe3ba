/** A start that cannot go on for a reason a person can mend. `message` is one sentence that says what to do;
 *  it is printed alone, without a stack, and the process ends with code 1. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
