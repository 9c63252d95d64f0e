using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Benchmarks;

/// <summary>Opens a <see cref="Correspondence{TFunctions}"/>, with keys from the operating system as on a phone.</summary>
internal static class Correspondence
{
    /// <summary>Name of the person who opened the session.</summary>
    public const string Alice = "Alice";

    /// <summary>Name of the person who answers.</summary>
    public const string Bob = "Bob";

    /// <summary>Length of every plaintext, in bytes.</summary>
    public const int PlaintextSize = 256;

    /// <summary>Under Signal's protocol as it is.</summary>
    /// <param name="profile">What of it the two speak; X3DH and the Double Ratchet when left out.</param>
    public static Correspondence<SignalFunctions> Strict(Profile? profile = null) =>
        Open(() => Device.Create(profile ?? Profile.X3dh, RandomSource.System));

    /// <summary>Under Signal's protocol with each message key sealed to an authority.</summary>
    public static Correspondence<MessageKeyEscrow> Escrow(DhPublicKey authority) =>
        Open(() => Device.Create(new MessageKeyEscrow(new SignalFunctions(RandomSource.System), authority, RandomSource.System), RandomSource.System));

    private static Correspondence<TFunctions> Open<TFunctions>(Func<Device<TFunctions>> create)
        where TFunctions : RatchetFunctions
    {
        var pair = new Correspondence<TFunctions>(create(), create());
        if (pair.Alice.StartSession(Bob, pair.Bob.Publish()) is var failure and not BundleFailure.None)
            throw new InvalidOperationException($"An honest bundle was refused: {failure}.");
        // Once Bob has answered, messages are plain ones; with one more from Alice, her chain is known to Bob.
        pair.Turn();
        pair.TurnBack();
        pair.Turn();
        return pair;
    }
}
