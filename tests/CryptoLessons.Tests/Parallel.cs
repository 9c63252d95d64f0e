using NUnit.Framework;

// Fixtures share nothing but what never changes; those that touch the process as a whole say NonParallelizable.
[assembly: Parallelizable(ParallelScope.Fixtures)]
