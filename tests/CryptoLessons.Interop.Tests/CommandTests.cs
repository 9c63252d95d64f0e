using NUnit.Framework;

namespace CryptoLessons.Interop.Tests;

/// <summary>The command as users run it, in a process of its own, beside Signal's library in another.</summary>
[TestFixtureSource(nameof(Pairings))]
internal sealed class CommandTests(Pairing pairing)
{
    private static IEnumerable<Pairing> Pairings =>
        Release.All.SelectMany(release => (Pairing[])[new(release, Side.OurProcess, Side.Libsignal), new(release, Side.Libsignal, Side.OurProcess)]);

    [Test]
    public void OpensADialogueAndEndsWithItsInput()
    {
        using var duo = Duo.InSession(pairing, seed: 1);
        for (int i = 0; i < 12; i++)
            duo.Pass(duo.Anybody());
        duo.End();
    }
}
