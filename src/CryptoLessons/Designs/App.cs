using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Designs;

/// <summary>What a messenger's app runs on each phone: the one thing in which messengers on Signal's protocol differ.</summary>
/// <typeparam name="TFunctions">The ratchet's suite.</typeparam>
/// <param name="Suite">A phone's suite, from its own streams.</param>
/// <param name="Handshake">A phone's handshake, from its own streams.</param>
internal sealed record App<TFunctions>(Func<PersonStreams, TFunctions> Suite, Func<PersonStreams, HandshakeFunctions> Handshake)
    where TFunctions : RatchetFunctions
{
    /// <summary>An app that opens its sessions by X3DH.</summary>
    public App(Func<PersonStreams, TFunctions> suite)
        : this(suite, _ => X3dh.Functions)
    {
    }
}
