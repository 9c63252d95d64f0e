using Bouncy = Org.BouncyCastle.Math.EC.Rfc7748.X25519;

namespace CryptoLessons.Benchmarks.Peers;

/// <summary>BouncyCastle, in this process.</summary>
internal sealed class BouncyCastlePeer : IPeer
{
    private readonly byte[] result = new byte[Bouncy.PointSize];

    public string Version { get; } = $"BouncyCastle {typeof(Bouncy).Assembly.GetName().Version!.ToString(3)}";

    public double Run(string work, int count)
    {
        (Action action, byte[] known) = work switch
        {
            "x25519" => ((Action)(() => Bouncy.CalculateAgreement(Rfc7748.PrivateKey, 0, Rfc7748.TheirPublicKey, 0, result, 0)), Rfc7748.Shared),
            "x25519-base" => (() => Bouncy.ScalarMultBase(Rfc7748.PrivateKey, 0, result, 0), Rfc7748.OwnPublicKey),
            _ => throw new InvalidOperationException($"BouncyCastle is not asked for {work}."),
        };
        double time = Clock.Time(count, action);
        Rfc7748.Check(result, known);
        return time / count;
    }

    public void Dispose()
    {
    }
}
