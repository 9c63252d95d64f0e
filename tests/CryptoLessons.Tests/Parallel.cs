using NUnit.Framework;

// Fixtures share nothing but what never changes; those that touch the process as a whole say NonParallelizable.
[assembly: Parallelizable(ParallelScope.Fixtures)]

// One more than the cores of a small machine: some tests wait for programs that they start.
[assembly: LevelOfParallelism(3)]
