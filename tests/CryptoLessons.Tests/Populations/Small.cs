using CryptoLessons.Population;

namespace CryptoLessons.Tests.Populations;

/// <summary>Small populations for tests.</summary>
internal static class Small
{
    /// <summary>Runs one; few people and few days unless said otherwise.</summary>
    public static PopulationFigures Run(string design, decimal leak, int users = 4, int days = 4, long seed = 2017, int messages = 2)
    {
        PopulationResult result = PopulationRunner.Run(Request(design, leak, users, days, seed, messages));
        return result.Complete ? result.Figures : throw new InvalidOperationException("Nobody stopped it.");
    }

    public static PopulationRequest Request(string design, decimal leak, int users = 4, int days = 4, long seed = 2017, int messages = 2) =>
        PopulationRequest.Create(users, days, design, leak, seed, messages: messages) is (var request, null)
            ? request!
            : throw new ArgumentException($"No population of {users} users can be made of {design}.");
}
