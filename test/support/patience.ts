/**
 * How long the tests wait before they call it a hang; milliseconds. Both are far beyond what a machine with four busy loops beside it
 * needs: a test waits for a fact, and these only end one whose fact never comes. No test has a shorter limit (test/rules/patience.test.ts).
 */

/** For one fact in a journey: a word on the screen, a button that can be pressed, a program that says it has started. */
export const patience = 120_000;

/** For a whole test, and for a program that a test runs to its end. */
export const hang = 900_000;
