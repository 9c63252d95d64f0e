using NUnit.Framework;

// Each test has processes of its own and mostly waits for them.
[assembly: Parallelizable(ParallelScope.Fixtures)]
