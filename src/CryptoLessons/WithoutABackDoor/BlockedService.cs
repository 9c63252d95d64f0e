using System.Buffers.Binary;
using CryptoLessons.ExceptionalAccess.Blocking;
using CryptoLessons.Matrix;
using CryptoLessons.Protocol.Primitives;

namespace CryptoLessons.WithoutABackDoor;

/// <summary>Who is cut off when a network blocks a service, and who moves on: a population drawn at random, and no real country.</summary>
/// <param name="People">How many people use the service, two and two of them with each other.</param>
/// <param name="CutOff">How many of them have no other service.</param>
/// <param name="PairsCutOff">How many pairs have none in common, and so cannot talk any more.</param>
/// <param name="Suspects">How many more people use it on whose account it is blocked, two and two of them as well.</param>
/// <param name="SuspectsCutOff">How many of them have no other service.</param>
/// <param name="SuspectPairsCutOff">How many pairs of them cannot talk any more.</param>
/// <param name="BeforeTheBlock">Control: how many people were cut off, suspects included, before anything was blocked.</param>
/// <param name="AfterTheBlock">Control: how many are when the block is lifted.</param>
public sealed record BlockedService(
    int People, int CutOff, int PairsCutOff, int Suspects, int SuspectsCutOff, int SuspectPairsCutOff, int BeforeTheBlock, int AfterTheBlock)
{
    private const string Service = "the service", Another = "another service";

    /// <summary>Draws the population, blocks the service, and asks everybody.</summary>
    /// <param name="pairs">How many pairs of people.</param>
    /// <param name="haveAnother">The share of them who have another service too, from 0 to 1.</param>
    /// <param name="suspectPairs">How many pairs of suspects.</param>
    /// <param name="suspectsHaveAnother">The share of these who have another service too.</param>
    /// <param name="seed">Draws who has it.</param>
    public static BlockedService Run(
        int pairs, double haveAnother, int suspectPairs, double suspectsHaveAnother, long seed = MatrixRequest.DefaultSeed)
    {
        SeededRandom random = new SeededRandom(seed).Child("blocked service");
        (Subscriber One, Subscriber Other)[] people = Draw(pairs, haveAnother, random.Child("people"));
        (Subscriber One, Subscriber Other)[] suspects = Draw(suspectPairs, suspectsHaveAnother, random.Child("suspects"));
        var network = new Network();

        int CutOff((Subscriber One, Subscriber Other)[] of) =>
            of.Sum(pair => (pair.One.Uses(network) is null ? 1 : 0) + (pair.Other.Uses(network) is null ? 1 : 0));
        int PairsCutOff((Subscriber One, Subscriber Other)[] of) => of.Count(pair => pair.One.Reaches(pair.Other, network) is null);

        int before = CutOff(people) + CutOff(suspects);
        network.Block(Service);
        var blocked = (CutOff(people), PairsCutOff(people), CutOff(suspects), PairsCutOff(suspects));
        network.Unblock(Service);
        return new(
            2 * pairs, blocked.Item1, blocked.Item2, 2 * suspectPairs, blocked.Item3, blocked.Item4, before, CutOff(people) + CutOff(suspects));
    }

    private static (Subscriber One, Subscriber Other)[] Draw(int pairs, double haveAnother, SeededRandom random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(haveAnother);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(haveAnother, 1);
        return [.. Enumerable.Range(0, pairs).Select(_ => (One(haveAnother, random), One(haveAnother, random)))];
    }

    private static Subscriber One(double haveAnother, SeededRandom random)
    {
        Span<byte> drawn = stackalloc byte[sizeof(uint)];
        random.Fill(drawn);
        return new(BinaryPrimitives.ReadUInt32BigEndian(drawn) < haveAnother * (1L << 32) ? [Service, Another] : [Service]);
    }
}
