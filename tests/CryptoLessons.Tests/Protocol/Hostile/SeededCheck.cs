using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace CryptoLessons.Tests.Protocol;

/// <summary>FsCheck under the seed that the test prints.</summary>
internal static class SeededCheck
{
    public static void ForAll<T>(int tests, Gen<T> values, Action<T> check)
    {
        var seed = new Rnd((ulong)PrintedSeed.NewRandom().NextInt64());
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(tests).WithQuietOnSuccess(true)
                .WithReplay(FSharpOption<Replay>.Some(new Replay(seed, FSharpOption<int>.None))),
            Prop.ForAll(values.ToArbitrary(), check));
    }

    /// <summary>Any bytes, up to that many.</summary>
    public static Gen<byte[]> Bytes(int most) => Gen.Choose(0, most).SelectMany(length => Byte.ArrayOf(length));

    public static Gen<byte> Byte { get; } = Gen.Choose(0, 255).Select(value => (byte)value);

    /// <summary>Any number of any bit length.</summary>
    public static Gen<ulong> Number { get; } =
        Gen.Choose(0, 64).SelectMany(bits => Byte.ArrayOf(8).Select(bytes => bits == 0 ? 0 : BitConverter.ToUInt64(bytes) >> (64 - bits)));
}
