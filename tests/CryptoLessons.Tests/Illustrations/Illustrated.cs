using System.Collections.Concurrent;
using CryptoLessons.Illustrations;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Tests.Illustrations;

/// <summary>The illustrations of all profiles, made once.</summary>
internal static class Illustrated
{
    private static readonly ConcurrentDictionary<Profile, Illustration> Made = new();

    /// <summary>A profile's.</summary>
    public static Illustration Of(Profile profile) => Made.GetOrAdd(profile, Illustration.Of);

    /// <summary>A plate by its short name.</summary>
    public static Plate Plate(Profile profile, string id) => Of(profile).Plates.Single(plate => plate.Id == id);

    /// <summary>Everything that is explained, each value once.</summary>
    public static IEnumerable<Value> Values(Profile profile) => Of(profile).Plates
        .SelectMany(plate => plate.Behind.Concat(plate.Annotations.Select(annotation => annotation.Value))).Distinct();

    /// <summary>The bytes of the first value of that name.</summary>
    public static byte[] Bytes(Profile profile, string name) => Values(profile).First(value => value.Name == name).Bytes.ToArray();
}
