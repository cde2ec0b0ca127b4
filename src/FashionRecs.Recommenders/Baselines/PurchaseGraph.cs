using System.Numerics.Tensors;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// Customers and products as the nodes of a graph, purchases as its edges, each weighing <c>1 / √(degree · degree)</c>. Customers come
/// first. Immutable.
/// </summary>
internal sealed class PurchaseGraph
{
    private readonly IReadOnlyList<CustomerHistory> customers;
    private readonly int[] buyers;

    public PurchaseGraph(PurchaseHistory history)
        : this(history.Customers, history.Buyers)
    {
    }

    private PurchaseGraph(IReadOnlyList<CustomerHistory> customers, int[] buyers) => (this.customers, this.buyers) = (customers, buyers);

    /// <summary>A graph without nodes.</summary>
    public static PurchaseGraph Empty { get; } = new([], []);

    public int Customers => customers.Count;

    public int Nodes => customers.Count + buyers.Length;

    /// <summary>The mean of a table and of what its 1, 2 … <paramref name="layers"/> steps along the edges make of it; (nodes,
    /// width).</summary>
    public float[] Average(float[] table, int width, int layers)
    {
        var sum = (float[])table.Clone();
        var layer = table;
        for (var step = 0; step < layers; step++)
        {
            layer = Step(layer, width);
            TensorPrimitives.Add<float>(sum, layer, sum);
        }

        TensorPrimitives.Divide<float>(sum, layers + 1, sum);
        return sum;
    }

    /// <summary>Every node's weighted sum of its neighbours; (nodes, width).</summary>
    private float[] Step(float[] table, int width)
    {
        var next = new float[table.Length];
        for (var customer = 0; customer < customers.Count; customer++)
        {
            var own = Factors.Row(table, customer, width);
            var sum = Factors.Row(next, customer, width);
            foreach (var item in customers[customer].Items)
            {
                var weight = 1 / MathF.Sqrt((float)customers[customer].Items.Length * buyers[item]);
                TensorPrimitives.MultiplyAdd(Factors.Row(table, customers.Count + item, width), weight, sum, sum);
                var other = Factors.Row(next, customers.Count + item, width);
                TensorPrimitives.MultiplyAdd(own, weight, other, other);
            }
        }

        return next;
    }
}
