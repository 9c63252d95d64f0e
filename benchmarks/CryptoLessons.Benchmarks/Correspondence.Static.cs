using CryptoLessons.ExceptionalAccess;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
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

    /// <summary>Under a suite of any kind, one for each end.</summary>
    /// <param name="functions">Makes the suite.</param>
    /// <param name="handshake">The handshake of both ends; X3DH when left out.</param>
    public static Correspondence<TFunctions> Under<TFunctions>(Func<TFunctions> functions, HandshakeFunctions? handshake = null)
        where TFunctions : RatchetFunctions => Open(() => Device.Create(functions(), RandomSource.System, handshake: handshake));

    /// <summary>Under Signal's protocol with each message key sealed to an authority.</summary>
    public static Correspondence<MessageKeyEscrow> Escrow(DhPublicKey authority) =>
        Under(() => new MessageKeyEscrow(new SignalFunctions(RandomSource.System), authority, RandomSource.System));

    private static Correspondence<TFunctions> Open<TFunctions>(Func<Device<TFunctions>> create)
        where TFunctions : RatchetFunctions
    {
        var pair = new Correspondence<TFunctions>(create(), create());
        pair.OpenSession();
        // Once Bob has answered, messages are plain ones; with one more from Alice, her chain is known to Bob.
        pair.Turn();
        pair.TurnBack();
        pair.Turn();
        return pair;
    }
}
