using System.Buffers.Binary;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Protocol.Sessions;

/// <summary>Makes a <see cref="Device{TFunctions}"/>: a new one, or one that goes on from a saved state.</summary>
public static class Device
{
    // Registration numbers have 14 bits in practice; the wire would carry 32.
    private const int RegistrationIds = 1 << 14;

    /// <summary>A new device with a fresh identity key and a fresh signed prekey.</summary>
    /// <param name="functions">The device's own suite.</param>
    /// <param name="random">Where identity key, prekeys, base keys and signatures take their randomness from.</param>
    /// <param name="limits">Limits for receiving; Signal's when left out.</param>
    public static Device<TFunctions> Create<TFunctions>(TFunctions functions, RandomSource random, RatchetLimits? limits = null)
        where TFunctions : RatchetFunctions
    {
        ArgumentNullException.ThrowIfNull(random);
        var identity = DhKeyPair.Generate(random);
        Span<byte> id = stackalloc byte[sizeof(ushort)];
        random.Fill(id);
        uint registrationId = (uint)BinaryPrimitives.ReadUInt16LittleEndian(id) % RegistrationIds;
        var signedPreKey = SignedPreKey.Generate(id: 1, identity, random);
        using var state = new DeviceState(identity, registrationId, nextPreKeyId: 1, signedPreKey, [], new Dictionary<string, SessionState>());
        return Resume(functions, random, state, limits);
    }

    /// <summary>Goes on from a saved state, under the same suite or under another: the compelled app update.</summary>
    /// <param name="functions">The device's own suite.</param>
    /// <param name="random">Where identity key, prekeys, base keys and signatures take their randomness from.</param>
    /// <param name="state">Copied; the caller keeps its own.</param>
    /// <param name="limits">Limits for receiving; Signal's when left out.</param>
    public static Device<TFunctions> Resume<TFunctions>(TFunctions functions, RandomSource random, DeviceState state, RatchetLimits? limits = null)
        where TFunctions : RatchetFunctions => new(functions, random, state, limits ?? RatchetLimits.Signal);
}
