using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FashionRecs.Benchmarks.Memory;

/// <summary>
/// Adds up what objects take, by walking from one to the next as the collector does. Each object counts once, where it is met first. Not
/// safe to share between threads.
/// </summary>
internal sealed class ObjectSizes
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly HashSet<object> met = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Type, (int Size, FieldInfo[] Fields)> layouts = [];

    /// <summary>Bytes of all that is reached from an object and was not met before, by whose it is.</summary>
    /// <param name="root">Where to begin; null for nothing.</param>
    /// <param name="owner">Names what the objects below one belong to; null to leave that as it is above.</param>
    public Dictionary<string, long> Of(object? root, Func<Type, string?>? owner = null)
    {
        var sizes = new Dictionary<string, long>();
        var open = new Stack<(object One, string Owner)>();
        Add(root, "");
        while (open.TryPop(out var next))
        {
            var type = next.One.GetType();
            var own = owner?.Invoke(type) ?? next.Owner;
            sizes[own] = sizes.GetValueOrDefault(own) + Visit(next.One, type, own);
        }

        return sizes;

        void Add(object? one, string own)
        {
            // What the runtime shares is nobody's.
            if (one is not (null or Type or MemberInfo or Assembly or Thread or Delegate) && met.Add(one))
            {
                open.Push((one, own));
            }
        }

        long Visit(object one, Type type, string own)
        {
            if (one is string text)
            {
                return Round(22 + (2L * text.Length));
            }

            if (one is not Array array)
            {
                var (size, fields) = Layout(type);
                Array.ForEach(fields, field => Add(Follow(field, one), own));
                return size;
            }

            var element = type.GetElementType()!;
            if (!element.IsValueType)
            {
                foreach (var each in array)
                {
                    Add(each, own);
                }

                return Round(24 + (8L * array.Length));
            }

            if (Layout(element).Fields is { Length: > 0 } inside && !element.IsPrimitive)
            {
                foreach (var each in array)
                {
                    Array.ForEach(inside, field => Add(Follow(field, each!), own));
                }
            }

            return Round(24 + ((long)array.Length * ElementSize(element)));
        }

        // Of a struct inside, the objects that it holds.
        object? Follow(FieldInfo field, object of)
        {
            object? value;
            try
            {
                value = field.GetValue(of);
            }
            catch (FieldAccessException)
            {
                // The runtime shows some of its own to nobody.
                return null;
            }

            if (value is not null && field.FieldType.IsValueType)
            {
                Array.ForEach(Layout(field.FieldType).Fields, inner => Add(Follow(inner, value), ""));
                return null;
            }

            return value;
        }
    }

    private (int Size, FieldInfo[] Fields) Layout(Type type)
    {
        if (!layouts.TryGetValue(type, out var layout))
        {
            var fields = new List<FieldInfo>();
            for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
            {
                fields.AddRange(at.GetFields(All | BindingFlags.DeclaredOnly).Where(field => MayHoldObjects(field.FieldType)));
            }

            // The runtime keeps the size of an object in the second word of what describes its type.
            layouts[type] = layout = (Marshal.ReadInt32(type.TypeHandle.Value, 4), [.. fields]);
        }

        return layout;
    }

    private static bool MayHoldObjects(Type type) => !type.IsPrimitive && !type.IsEnum && !type.IsPointer && !type.IsByRefLike
        && (!type.IsValueType || type.GetFields(All).Any(field => field.FieldType != type && MayHoldObjects(field.FieldType)));

    private static int ElementSize(Type type) =>
        (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;

    private static long Round(long size) => (size + 7) / 8 * 8;
}
