using CryptoLessons.Benchmarks.Reports;

namespace CryptoLessons.Benchmarks.Peers;

/// <summary>The folder <c>benchmarks/peers</c>, in which <c>compare.sh</c> builds and installs the peers.</summary>
internal static class PeerFolder
{
    private const string Package = "node_modules/@signalapp/libsignal-client";

    /// <summary>Starts those that are there.</summary>
    /// <returns>The peers by name; null for one that is not there.</returns>
    public static IReadOnlyDictionary<string, IPeer?> Start()
    {
        string folder = Path.Combine(Checkout.Root().FullName, "benchmarks", "peers");
        string InFolder(string path) => Path.Combine([folder, .. path.Split('/')]);
        return new Dictionary<string, IPeer?>
        {
            [Comparison.Libolm] = PeerProcess.Start(Comparison.Libolm, InFolder("bin/libolm")),
            [Comparison.OpenSsl] = PeerProcess.Start(Comparison.OpenSsl, InFolder("bin/openssl")),
            [Comparison.Libsignal] = Directory.Exists(InFolder(Package))
                ? PeerProcess.Start(Comparison.Libsignal, "node", InFolder("libsignal.mjs"))
                : null,
            [Comparison.BouncyCastle] = new BouncyCastlePeer(),
        };
    }
}
