using System.Buffers.Binary;
using CryptoLessons.Protocol.Curve25519;
using CryptoLessons.Protocol.Handshake;
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
    /// <param name="random">Where identity key, prekeys, base keys, signatures and the post-quantum ratchet take their randomness from.</param>
    /// <param name="limits">Limits for receiving; Signal's when left out.</param>
    /// <param name="clock">Tells how old an unanswered session is; the system's when left out.</param>
    /// <param name="handshake">The handshake that opens sessions; X3DH when left out.</param>
    /// <param name="address">The device's own address, <c>uuid.device</c>, which first messages then carry and every message's is compared with, as
    /// in Signal's library since 0.91; left out, messages carry none, and none is looked at.</param>
    public static Device<TFunctions> Create<TFunctions>(
        TFunctions functions,
        RandomSource random,
        RatchetLimits? limits = null,
        TimeProvider? clock = null,
        HandshakeFunctions? handshake = null,
        string? address = null)
        where TFunctions : RatchetFunctions
    {
        using DeviceState state = NewState(random);
        return Resume(functions, random, state, limits, clock, handshake, address);
    }

    /// <summary>Goes on from a saved state, under the same functions or under others: the compelled app update.</summary>
    /// <param name="functions">The device's own suite.</param>
    /// <param name="random">Where prekeys, base keys, signatures and the post-quantum ratchet take their randomness from.</param>
    /// <param name="state">Copied; the caller keeps its own.</param>
    /// <param name="limits">Limits for receiving; Signal's when left out.</param>
    /// <param name="clock">Tells how old an unanswered session is; the system's when left out.</param>
    /// <param name="handshake">The handshake that opens sessions; X3DH when left out.</param>
    /// <param name="address">The device's own address, <c>uuid.device</c>, which first messages then carry and every message's is compared with, as
    /// in Signal's library since 0.91; left out, messages carry none, and none is looked at.</param>
    public static Device<TFunctions> Resume<TFunctions>(
        TFunctions functions,
        RandomSource random,
        DeviceState state,
        RatchetLimits? limits = null,
        TimeProvider? clock = null,
        HandshakeFunctions? handshake = null,
        string? address = null)
        where TFunctions : RatchetFunctions =>
        new(functions, handshake ?? X3dh.Functions, random, clock ?? TimeProvider.System, state, limits ?? RatchetLimits.Signal, address);

    /// <summary>A new device that runs Signal's own functions.</summary>
    /// <param name="profile">What of Signal's protocol it speaks.</param>
    /// <param name="random">Where all its keys and signatures come from.</param>
    /// <param name="limits">Limits for receiving; Signal's when left out.</param>
    /// <param name="clock">Tells how old an unanswered session is; the system's when left out.</param>
    public static Device<SignalFunctions> Create(Profile profile, RandomSource random, RatchetLimits? limits = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Create(profile.Functions(random), random, limits, clock, profile.HandshakeFunctions(random));
    }

    /// <summary>Goes on from a saved state under Signal's own functions.</summary>
    /// <param name="profile">What of Signal's protocol the device speaks.</param>
    /// <param name="random">Where all its keys and signatures come from.</param>
    /// <param name="state">Copied; the caller keeps its own.</param>
    public static Device<SignalFunctions> Resume(Profile profile, RandomSource random, DeviceState state)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Resume(profile.Functions(random), random, state, handshake: profile.HandshakeFunctions(random));
    }

    /// <summary>What a new device holds: an identity key, a signed prekey, and no session.</summary>
    /// <param name="random">Where the keys, the signature's randomness and the registration number come from.</param>
    /// <param name="registrationId">The registration number; a random one of 14 bits when left out.</param>
    /// <param name="identityKey">The identity key pair, copied, for somebody who has one already; a fresh one when left out.</param>
    public static DeviceState NewState(RandomSource random, uint? registrationId = null, DhKeyPair? identityKey = null)
    {
        ArgumentNullException.ThrowIfNull(random);
        DhKeyPair identity = identityKey?.Copy() ?? DhKeyPair.Generate(random);
        uint number = registrationId ?? RandomRegistrationId(random);
        var signedPreKey = SignedPreKey.Generate(id: 1, identity, random);
        return new(
            identity, number, nextPreKeyId: 1, signedPreKey, [], new Dictionary<string, DhPublicKey>(), new Dictionary<string, SessionRecord>());
    }

    private static uint RandomRegistrationId(RandomSource random)
    {
        Span<byte> id = stackalloc byte[sizeof(ushort)];
        random.Fill(id);
        return (uint)BinaryPrimitives.ReadUInt16LittleEndian(id) % RegistrationIds;
    }
}
